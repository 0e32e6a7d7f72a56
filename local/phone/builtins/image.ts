import { imageMenu } from './image-menu.js';
import { builtIn, type Properties, type Self } from './shared/define.js';
import { make } from './shared/dom.js';
import { loadable } from './shared/source.js';

/** The segment of an element's style that templates leave alone: the height or width that the picture gives. */
const FIT_SEGMENT = 1;
const FITTED = new Set(['widthFix', 'heightFix']);

const imageProperties = {
  src: '',
  mode: 'scaleToFill',
  webp: false,
  lazyLoad: false,
  showMenuByLongpress: false,
  fadeIn: false,
  defaultSource: '',
  alt: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/image.html */
export const image = builtIn('image', imageProperties, (self) => {
  const { component, dom, data, host } = self;
  const picture = make('img', '', { draggable: 'false', alt: '' });
  let menu = false;
  dom.append(picture);
  dom.setAttribute('mode', data.mode);
  const resize = (): void => {
    const { naturalWidth, naturalHeight } = picture;
    if (!FITTED.has(data.mode) || naturalWidth === 0 || !picture.hasAttribute('src')) {
      component.setNodeStyle('', FIT_SEGMENT);
    } else if (data.mode === 'widthFix') {
      component.setNodeStyle(`height:${(dom.offsetWidth * naturalHeight) / naturalWidth}px`, FIT_SEGMENT);
    } else {
      component.setNodeStyle(`width:${(dom.offsetHeight * naturalWidth) / naturalHeight}px`, FIT_SEGMENT);
    }
  };
  // In the next frame: an observer that changes what it observes would be an error of the browser's.
  const size = new ResizeObserver(() => requestAnimationFrame(resize));
  self.onDetach(() => size.disconnect());
  const changeMode = (): void => {
    dom.setAttribute('mode', data.mode);
    size.disconnect();
    if (FITTED.has(data.mode)) size.observe(dom);
    resize();
  };
  picture.addEventListener('load', () => {
    resize();
    dom.removeAttribute('phone-loading');
    self.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight });
  });
  picture.addEventListener('error', () => fail(self, picture));
  return {
    changed: {
      mode: changeMode,
      src: () => load(self, picture),
      lazyLoad: () => picture.setAttribute('loading', data.lazyLoad ? 'lazy' : 'eager'),
      showMenuByLongpress: () => {
        if (data.showMenuByLongpress && !menu) imageMenu(host, component, () => data.src);
        menu = true;
      },
      fadeIn: () => dom.toggleAttribute('phone-fade', data.fadeIn),
      alt: () => picture.setAttribute('alt', data.alt),
    },
    attached: changeMode,
  };
});

/** Lies over native components in WeChat; everything is one layer here. */
export const coverImage = builtIn('cover-image', { src: '', referrerPolicy: '' }, (self) => {
  const picture = make('img', '', { draggable: 'false', alt: '' });
  self.dom.append(picture);
  picture.addEventListener('load', () =>
    self.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
  );
  picture.addEventListener('error', () => fail(self, picture));
  return { changed: { src: () => load(self, picture) } };
});

type Sourced = Properties & { src: string };

async function load<P extends Sourced>(self: Self<P>, picture: HTMLImageElement): Promise<void> {
  const source: unknown = self.data.src;
  if (typeof source !== 'string' || source === '') {
    picture.removeAttribute('src');
    return;
  }
  self.dom.setAttribute('phone-loading', '');
  try {
    const address = await loadable(self.host, self.component, source);
    if (self.data.src === source) picture.setAttribute('src', address);
  } catch (error) {
    if (self.data.src === source) fail(self, picture, error instanceof Error ? error.message : String(error));
  }
}

function fail<P extends Sourced>(self: Self<P>, picture: HTMLImageElement, why = 'failed to load'): void {
  picture.removeAttribute('src');
  self.fire('error', {
    errMsg: `${self.component.is.slice('wx://'.length)}: ${String(self.data.src)} ${why}`,
  });
}
