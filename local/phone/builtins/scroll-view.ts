import { scrollViewContext } from './scroll-context.js';
import { createRefresher, refresherProperties } from './scroll-refresher.js';
import { builtIn, numberOr } from './shared/define.js';
import { register } from './shared/registry.js';
import { watchEdges } from './shared/scroll-edges.js';

const properties = {
  ...refresherProperties,
  scrollX: false,
  scrollY: false,
  upperThreshold: null,
  lowerThreshold: null,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollIntoViewWithinExtent: false,
  scrollIntoViewAlignment: 'start',
  scrollWithAnimation: false,
  scrollAnchoring: false,
  enableBackToTop: false,
  enableFlex: false,
  enablePassive: false,
  enhanced: false,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  usingSticky: false,
  enableExposure: false,
  throttle: true,
  type: '',
  associativeContainer: '',
  reverse: false,
  clip: true,
  cacheExtent: 0,
  minDragDistance: 18,
  padding: null,
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html */
export const scrollView = builtIn(
  'scroll-view',
  properties,
  (self) => {
    const { component, dom, data, wrappers, host } = self;
    const [scroller, room, content] = wrappers;
    if (!scroller || !room || !content) throw new Error('a scroll-view has three inner elements');
    scroller.setAttribute('data-scroller', '');
    const refresher = createRefresher(self, { scroller, room, content });

    const look = (): void => {
      scroller.toggleAttribute('data-x', data.scrollX);
      scroller.toggleAttribute('data-y', data.scrollY);
      scroller.toggleAttribute('data-flex', data.enableFlex);
      scroller.toggleAttribute('data-sticky', data.usingSticky);
      scroller.toggleAttribute('data-paging', data.pagingEnabled);
      scroller.toggleAttribute('data-bare', data.enhanced && !data.showScrollbar);
      scroller.style.overflowAnchor = data.scrollAnchoring ? 'auto' : 'none';
      refresher.update();
    };
    const behavior = (): ScrollBehavior =>
      data.scrollWithAnimation && !host.boot.automated ? 'smooth' : 'auto';
    // Positions are applied when what the same update drew is there.
    const soon = (act: () => void) => (): void => {
      setTimeout(() => {
        if (dom.isConnected) act();
      });
    };
    const toTop = soon(() => {
      if (isGiven(data.scrollTop))
        scroller.scrollTo({ top: numberOr(data.scrollTop, 0), behavior: behavior() });
    });
    const toLeft = soon(() => {
      if (isGiven(data.scrollLeft))
        scroller.scrollTo({ left: numberOr(data.scrollLeft, 0), behavior: behavior() });
    });
    const intoView = soon(() => scrollTo(data.scrollIntoView));

    function scrollTo(id: string): void {
      const target = id === '' ? undefined : scroller?.querySelector(`#${CSS.escape(id)}`);
      if (!target || !scroller) return;
      const [at, own] = [target.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const offset = data.scrollIntoViewOffset;
      scroller.scrollTo({
        ...(data.scrollY ? { top: scroller.scrollTop + at.top - own.top + offset } : {}),
        ...(data.scrollX ? { left: scroller.scrollLeft + at.left - own.left + offset } : {}),
        behavior: behavior(),
      });
    }

    watchEdges(self, scroller, {
      upper: () => numberOr(data.upperThreshold, 50),
      lower: () => numberOr(data.lowerThreshold, 50),
    });
    register.node(component, () => scrollViewContext(self, scroller, scrollTo));
    register.operations(component, {
      'scroll-view.scrollTo': (x, y) => scroller.scrollTo(numberOr(x, 0), numberOr(y, 0)),
      'scroll-view.scrollTop': () => scroller.scrollTop,
      'scroll-view.scrollLeft': () => scroller.scrollLeft,
      'scroll-view.scrollWidth': () => scroller.scrollWidth,
      'scroll-view.scrollHeight': () => scroller.scrollHeight,
    });
    look();
    return {
      changed: {
        scrollX: look,
        scrollY: look,
        enableFlex: look,
        usingSticky: look,
        pagingEnabled: look,
        enhanced: look,
        showScrollbar: look,
        scrollAnchoring: look,
        scrollTop: toTop,
        scrollLeft: toLeft,
        scrollIntoView: intoView,
        refresherEnabled: look,
        refresherTriggered: () => refresher.trigger(),
        refresherBackground: look,
        refresherDefaultStyle: look,
      },
    };
  },
  {
    className: 'phone-scroll',
    inside: [
      { className: 'phone-refresher', slot: 'refresher' },
      { className: 'phone-scroll-content', slot: '' },
    ],
  },
);

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
