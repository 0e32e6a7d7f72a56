/** The tags that WeChat itself knows, from the component reference of the WeChat documentation. */
export const BUILT_IN_TAGS: ReadonlySet<string> = new Set(
  `
  block slot template import include wxs
  view scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media
  page-container share-element root-portal page-meta navigation-bar
  grid-view list-view list-builder grid-builder sticky-header sticky-section nested-scroll-header nested-scroll-body
  draggable-sheet open-container snapshot span
  text rich-text progress icon selection
  button checkbox checkbox-group editor editor-portal form input keyboard-accessory label picker picker-view
  picker-view-column radio radio-group slider switch textarea
  navigator functional-page-navigator
  audio camera image video live-player live-pusher voip-room channel-live channel-video
  map canvas web-view ad ad-custom official-account open-data store-home store-product aria-component
  `
    .trim()
    .split(/\s+/),
);
