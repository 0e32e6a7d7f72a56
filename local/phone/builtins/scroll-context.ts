import { numberOr } from './shared/define.js';

interface ScrollTo {
  top?: number;
  left?: number;
  velocity?: number;
  duration?: number;
  animated?: boolean;
}

interface Enhanced {
  readonly data: { readonly scrollX: boolean; readonly scrollY: boolean };
  readonly component: { setData(values: Record<string, unknown>): void };
}

/** ScrollViewContext: the node that a selector query gives of an enhanced `<scroll-view>`. */
export function scrollViewContext(
  view: Enhanced,
  scroller: HTMLElement,
  intoView: (id: string) => void,
): object {
  const property = (name: string) => ({
    get: () => Reflect.get(view.data, name),
    set: (value: unknown) => view.component.setData({ [name]: value }),
    enumerable: true,
  });
  const context = {
    scrollTo({ top, left, animated = true }: ScrollTo = {}): void {
      scroller.scrollTo({
        ...(top === undefined ? {} : { top: numberOr(top, 0) }),
        ...(left === undefined ? {} : { left: numberOr(left, 0) }),
        behavior: animated ? 'smooth' : 'auto',
      });
    },
    scrollIntoView(selector: string): void {
      intoView(selector.replace(/^#/, ''));
    },
  };
  const settings = ['scrollEnabled', 'bounces', 'showScrollbar', 'pagingEnabled', 'fastDeceleration'];
  return Object.defineProperties(context, Object.fromEntries(settings.map((name) => [name, property(name)])));
}
