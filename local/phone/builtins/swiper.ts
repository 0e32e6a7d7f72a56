import { elementOf } from '../runtime/easel.js';
import { cssLengths } from '../runtime/units.js';
import { builtIn } from './shared/define.js';
import { make } from './shared/dom.js';
import { onDrag } from './shared/drag.js';
import { register } from './shared/registry.js';
import { nested } from './shared/shell.js';
import { createSlides, type Slides } from './swiper-slides.js';

const properties = {
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  autoplay: false,
  current: 0,
  currentItemId: '',
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  previousMargin: '0px',
  nextMargin: '0px',
  snapToEdge: false,
  displayMultipleItems: 1,
  skipHiddenItemLayout: false,
  easingFunction: 'default',
  cacheExtent: 0,
  disableTouch: false,
  layoutType: 'normal',
  transformerType: 'scaleAndFade',
  indicatorType: 'normal',
  indicatorMargin: 10,
  indicatorSpacing: 4,
  indicatorRadius: 4,
  indicatorWidth: 8,
  indicatorHeight: 8,
  indicatorAlignment: 'auto',
  indicatorOffset: null,
  scrollWithAnimation: true,
  swipeOutside: false,
};

const EASINGS: Readonly<Record<string, string>> = {
  default: 'cubic-bezier(.25, .1, .25, 1)',
  linear: 'linear',
  easeInCubic: 'cubic-bezier(.55, .055, .675, .19)',
  easeOutCubic: 'cubic-bezier(.215, .61, .355, 1)',
  easeInOutCubic: 'cubic-bezier(.645, .045, .355, 1)',
};

type Source = 'touch' | 'autoplay' | '';

/** https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html */
export const swiper = builtIn(
  'swiper',
  properties,
  (self) => {
    const { component, dom, data, wrappers, host } = self;
    const [window_, frame] = wrappers;
    if (!window_ || !frame) throw new Error('swiper has two wrappers');
    const dots = make('div', 'wx-swiper-dots', { 'aria-hidden': 'true' });
    dom.append(dots);
    let timer: ReturnType<typeof setInterval> | undefined;
    let finishing: ReturnType<typeof setTimeout> | undefined;
    const slides: Slides = createSlides(frame, {
      vertical: () => data.vertical,
      shown: () => Math.max(1, data.displayMultipleItems),
      circular: () => data.circular,
    });
    const duration = (): number => (host.boot.automated ? 0 : data.duration);
    const idOf = (index: number): string => {
      const element = elementOf(slides.items()[index] ?? null);
      const id: unknown = element?.asGeneralComponent()?.data.itemId;
      return typeof id === 'string' ? id : '';
    };
    const paintDots = (): void => {
      const items = slides.items();
      dots.hidden = !data.indicatorDots || items.length === 0;
      dots.className = `wx-swiper-dots wx-swiper-dots-${data.vertical ? 'vertical' : 'horizontal'}`;
      dots.replaceChildren(
        ...items.map((_, index) => {
          const active = index === slides.index;
          const dot = make('div', active ? 'wx-swiper-dot wx-swiper-dot-active' : 'wx-swiper-dot');
          dot.style.background = active ? data.indicatorActiveColor : data.indicatorColor;
          return dot;
        }),
      );
    };
    const layout = (): void => {
      const [before, after] = [cssLengths(data.previousMargin), cssLengths(data.nextMargin)];
      window_.style.inset = data.vertical ? `${before} 0 ${after}` : `0 ${after} 0 ${before}`;
      slides.show(0, 'none');
      paintDots();
    };

    /** Moves to a slide; `to` may lie outside of the slides when they are a circle. */
    const go = (to: number, source: Source, animated = true): void => {
      const before = slides.index;
      slides.moveTo(
        to,
        animated && duration() > 0
          ? `transform ${duration()}ms ${EASINGS[data.easingFunction] ?? EASINGS.default}`
          : 'none',
      );
      paintDots();
      clearTimeout(finishing);
      const current = slides.index;
      const detail = { current, currentItemId: idOf(current), source };
      if (current !== before) {
        self.set({ current });
        self.fire('change', detail);
      }
      finishing = setTimeout(() => self.fire('animationfinish', detail), animated ? duration() : 0);
    };
    const play = (): void => {
      clearInterval(timer);
      if (!data.autoplay || !dom.isConnected) return;
      timer = setInterval(
        () => {
          if (!dragging && dom.offsetParent !== null) go(slides.next(), 'autoplay');
        },
        Math.max(data.interval, 100),
      );
    };
    let dragging = false;
    self.onDetach(
      onDrag(dom, {
        axis: () => (data.disableTouch || slides.items().length < 2 ? 'none' : data.vertical ? 'y' : 'x'),
        start: () => {
          dragging = true;
          clearTimeout(finishing);
        },
        move: ({ dx, dy }) => {
          const distance = slides.follow(data.vertical ? dy : dx);
          self.fire('transition', { dx: data.vertical ? 0 : -distance, dy: data.vertical ? -distance : 0 });
        },
        end: ({ dx, dy, vx, vy, cancelled }) => {
          dragging = false;
          go(
            cancelled ? slides.index : slides.after(data.vertical ? dy : dx, data.vertical ? vy : vx),
            'touch',
          );
          play();
        },
      }),
    );
    // Slides come and go with `wx:for`; the current one stays where it is as long as it exists.
    const changes = new MutationObserver(() => {
      slides.clamp(data.current);
      layout();
    });
    changes.observe(frame, { childList: true });
    self.onDetach(() => {
      changes.disconnect();
      clearInterval(timer);
      clearTimeout(finishing);
    });
    register.operations(component, { 'swiper.swipeTo': (index) => go(Number(index), 'touch') });
    const looks = Object.fromEntries(
      ['vertical', 'displayMultipleItems', 'previousMargin', 'nextMargin', 'circular'].map((name) => [
        name,
        layout,
      ]),
    );
    return {
      changed: {
        ...looks,
        indicatorDots: paintDots,
        indicatorColor: paintDots,
        indicatorActiveColor: paintDots,
        current: () => {
          if (!dom.isConnected || slides.items().length === 0) slides.clamp(data.current);
          else if (data.current !== slides.index) go(data.current, '');
        },
        currentItemId: () => {
          const index = slides.items().findIndex((_, at) => idOf(at) === data.currentItemId);
          if (index >= 0 && index !== slides.index) go(index, '');
        },
        autoplay: play,
        interval: play,
      },
      attached: () => {
        slides.clamp(data.current);
        layout();
        play();
      },
    };
  },
  nested('phone-swiper-window', 'phone-swiper-frame'),
);

export const swiperItem = builtIn('swiper-item', { itemId: '', skipHiddenItemLayout: false });
