import { builtIn } from './shared/define.js';
import { hoverProperties } from './shared/hover.js';

const HOVER_START_MS = 50;
const HOVER_STAY_MS = 400;

/** https://developers.weixin.qq.com/miniprogram/dev/component/view.html */
export const view = builtIn('view', {
  ...hoverProperties('none', HOVER_START_MS, HOVER_STAY_MS),
  enablePassive: false,
});

/** Lies over native components in WeChat; everything is one layer here, so it is a view. */
export const coverView = builtIn(
  'cover-view',
  { scrollTop: null, markerId: '', slot: '' },
  ({ dom, data }) => ({
    changed: {
      scrollTop: () => {
        dom.scrollTop = Number.parseFloat(String(data.scrollTop ?? 0)) || 0;
      },
    },
  }),
);

export const shareElement = builtIn('share-element', {
  key: '',
  transform: false,
  duration: 300,
  easingFunction: 'ease-out',
  transitionOnGesture: false,
  shuttleOnPush: 'to',
  shuttleOnPop: 'to',
  rectTweenType: 'materialRectArc',
});
