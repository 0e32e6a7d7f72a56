import { builtIn } from './shared/define.js';
import { make } from './shared/dom.js';
import { register } from './shared/registry.js';

const properties = { type: '', canvasId: '', disableScroll: false, disableEvent: false };

const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'longtap'] as const;

interface PagePoint {
  clientX: number;
  clientY: number;
  x?: number;
  y?: number;
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/canvas.html */
export const canvas = builtIn('canvas', properties, (self) => {
  const { component, dom, data } = self;
  const surface = canvasNode(make('canvas', ''));
  dom.append(surface);
  register.node(component, () => surface);
  for (const type of TOUCHES) {
    component.addListener(type, (event) => {
      const { touches, changedTouches } = event as { touches?: PagePoint[]; changedTouches?: PagePoint[] };
      placeTouches(dom, [...(touches ?? []), ...(changedTouches ?? [])]);
    });
  }
  const touch = (): void => {
    dom.style.touchAction = data.disableScroll ? 'none' : '';
  };
  return { changed: { disableScroll: touch } };
});

/** A canvas's touches say where they are on it. */
function placeTouches(dom: HTMLElement, touches: readonly PagePoint[]): void {
  const box = dom.getBoundingClientRect();
  const page = dom.closest('.phone-web')?.getBoundingClientRect();
  for (const touch of touches) {
    touch.x = touch.clientX - (box.left - (page?.left ?? 0));
    touch.y = touch.clientY - (box.top - (page?.top ?? 0));
  }
}

/** The browser's canvas with the members that WeChat's has besides. */
function canvasNode(surface: HTMLCanvasElement): HTMLCanvasElement {
  return Object.assign(surface, {
    requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
    cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    createImage: () => new Image(),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
  });
}
