import type { Host } from './host';

export interface MediaQueryDescriptor {
  minWidth?: number;
  maxWidth?: number;
  width?: number;
  minHeight?: number;
  maxHeight?: number;
  height?: number;
  orientation?: 'landscape' | 'portrait';
}

/** `createMediaQueryObserver`: asks about the page's window, and again whenever the phone is resized. */
export function createMediaQueryObserver(host: Host, _component?: unknown) {
  let observer: ResizeObserver | undefined;
  return {
    observe(descriptor: MediaQueryDescriptor, callback: (result: { matches: boolean }) => void): void {
      let before: boolean | undefined;
      observer?.disconnect();
      observer = new ResizeObserver(() => {
        const matches = matchesFrame(host, descriptor);
        if (matches !== before) callback({ matches });
        before = matches;
      });
      observer.observe(host.frame);
    },
    disconnect(): void {
      observer?.disconnect();
    },
  };
}

export function matchesFrame(host: Host, asked: MediaQueryDescriptor): boolean {
  const { clientWidth: width, clientHeight: height } = host.router.current()?.scroller ?? host.frame;
  const orientation = width > height ? 'landscape' : 'portrait';
  return (
    (asked.minWidth === undefined || width >= asked.minWidth) &&
    (asked.maxWidth === undefined || width <= asked.maxWidth) &&
    (asked.width === undefined || width === asked.width) &&
    (asked.minHeight === undefined || height >= asked.minHeight) &&
    (asked.maxHeight === undefined || height <= asked.maxHeight) &&
    (asked.height === undefined || height === asked.height) &&
    (asked.orientation === undefined || asked.orientation === orientation)
  );
}
