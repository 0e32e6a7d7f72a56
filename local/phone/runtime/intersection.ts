import { domOf, type Element } from './easel';
import { scopeOf, selectNodes } from './facts';
import type { Host } from './host';
import { pageOfComponent } from './page';

interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

export interface IntersectionResult {
  id: string;
  dataset: Record<string, unknown>;
  intersectionRatio: number;
  intersectionRect: Rect;
  boundingClientRect: Rect;
  relativeRect: Rect;
  time: number;
}

export interface PhoneIntersectionObserver {
  relativeTo(selector: string, margins?: Margins): PhoneIntersectionObserver;
  relativeToViewport(margins?: Margins): PhoneIntersectionObserver;
  observe(selector: string, callback: (result: IntersectionResult) => void): void;
  disconnect(): void;
}

/** `thresholds` [0], `initialRatio` 0 and one node are WeChat's defaults. */
export function createIntersectionObserver(
  host: Host,
  component?: unknown,
  options: { thresholds?: number[]; initialRatio?: number; observeAll?: boolean } = {},
): PhoneIntersectionObserver {
  let reference: string | undefined;
  let margins: Margins = {};
  const running: IntersectionObserver[] = [];
  const scope = scopeOf(host, component);
  const observer: PhoneIntersectionObserver = {
    relativeTo(selector, next = {}) {
      reference = selector;
      margins = next;
      return observer;
    },
    relativeToViewport(next = {}) {
      reference = undefined;
      margins = next;
      return observer;
    },
    observe(selector, callback) {
      const [relative] = reference === undefined ? [] : selectNodes(host, component, reference, false);
      const root = relative ? domOf(relative) : (pageOfComponent(scope) ?? host.router.current())?.web;
      const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
      const nodes = selectNodes(host, component, selector, options.observeAll === true);
      for (const node of nodes) {
        const dom = domOf(node);
        if (!dom) continue;
        const one = watch(node, options.initialRatio ?? 0, callback, {
          root: root ?? null,
          rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
          threshold: options.thresholds ?? [0],
        });
        one.observe(dom);
        running.push(one);
      }
    },
    disconnect() {
      for (const one of running.splice(0)) one.disconnect();
    },
  };
  // The browser would keep what is observed for as long as the page it is observed in.
  scope?.addLifetimeListener('detached', observer.disconnect);
  return observer;
}

function watch(
  node: Element,
  initialRatio: number,
  callback: (result: IntersectionResult) => void,
  init: IntersectionObserverInit,
): IntersectionObserver {
  let isFirst = true;
  return new IntersectionObserver((entries) => {
    for (const entry of entries) {
      // The browser always tells the first state; WeChat only when it differs from `initialRatio`.
      const silent = isFirst && entry.intersectionRatio === initialRatio && !entry.isIntersecting;
      isFirst = false;
      if (silent) continue;
      const empty = new DOMRect();
      callback({
        id: node.id,
        dataset: { ...node.dataset },
        intersectionRatio: entry.intersectionRatio,
        intersectionRect: plain(entry.intersectionRect),
        boundingClientRect: plain(entry.boundingClientRect),
        relativeRect: plain(entry.rootBounds ?? empty),
        time: Date.now(),
      });
    }
  }, init);
}

function plain({ left, top, right, bottom, width, height }: DOMRectReadOnly): Rect {
  return { left, top, right, bottom, width, height };
}
