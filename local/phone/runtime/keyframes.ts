import { domOf, type GeneralComponent } from './easel';
import { cssLengths } from './units';

/** Names of `this.animate` keyframes that are parts of `transform`, in the order in which WeChat applies them. */
const TRANSFORMS = [
  'matrix', 'matrix3d', 'rotate', 'rotate3d', 'rotateX', 'rotateY', 'rotateZ', 'scale', 'scale3d', 'scaleX', 'scaleY',
  'scaleZ', 'skew', 'skewX', 'skewY', 'translate', 'translate3d', 'translateX', 'translateY', 'translateZ',
]; // biome-ignore format: a list of names

type Frame = Record<string, unknown>;

/** `this.animate(selector, keyframes, duration, callback)`; the last state stays until `clearAnimation`. */
export function animateNodes(
  component: GeneralComponent,
  selector: string,
  frames: readonly Frame[],
  duration: unknown,
  done: unknown,
): void {
  if (typeof duration !== 'number')
    throw new Error('animate: scroll-driven animations are not supported by this phone');
  const keyframes = frames.map(toKeyframe);
  const finished = nodes(component, selector).map((dom) => {
    const animation = dom.animate(keyframes, { duration, fill: 'forwards' });
    animation.id = 'wx-animate';
    return animation.finished;
  });
  void Promise.allSettled(finished).then(() => {
    if (typeof done === 'function') done();
  });
}

/** Takes back all of an animation, or only the named properties. */
export function clearAnimation(
  component: GeneralComponent,
  selector: string,
  options: unknown,
  done: unknown,
): void {
  const only =
    typeof options === 'object' && options !== null
      ? new Set(Object.entries(options).flatMap(([name, on]) => (on ? [name] : [])))
      : undefined;
  for (const dom of nodes(component, selector)) {
    for (const animation of dom.getAnimations()) {
      if (animation.id !== 'wx-animate') continue;
      if (only && only.size > 0) keepOthers(animation, only);
      else animation.cancel();
    }
  }
  const callback = typeof options === 'function' ? options : done;
  if (typeof callback === 'function') queueMicrotask(() => callback());
}

function keepOthers(animation: Animation, dropped: ReadonlySet<string>): void {
  if (!(animation.effect instanceof KeyframeEffect)) return;
  const kept = animation.effect
    .getKeyframes()
    .map((frame) =>
      Object.fromEntries(
        Object.entries(frame).filter(
          ([name]) =>
            !dropped.has(name) && !(name === 'transform' && TRANSFORMS.some((part) => dropped.has(part))),
        ),
      ),
    );
  // They are the browser's own keyframes with members left out.
  animation.effect.setKeyframes(kept as Keyframe[]);
}

function nodes(component: GeneralComponent, selector: string): HTMLElement[] {
  const found = component.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return found.map((node) => domOf(node)).filter((dom) => dom !== undefined);
}

function toKeyframe(frame: Frame): Keyframe {
  const keyframe: Keyframe = {};
  const transform: string[] = [];
  for (const [name, value] of Object.entries(frame)) {
    if (name === 'ease') keyframe.easing = String(value);
    else if (name === 'offset') keyframe.offset = Number(value);
    else if (TRANSFORMS.includes(name)) transform.push(`${name}(${argumentsOf(name, value)})`);
    else keyframe[name] = cssLengths(String(value));
  }
  if (transform.length > 0) keyframe.transform = transform.join(' ');
  return keyframe;
}

function argumentsOf(name: string, value: unknown): string {
  const unit = /^translate/.test(name) ? 'px' : /^(rotate|skew)/.test(name) ? 'deg' : '';
  const list = Array.isArray(value) ? value : [value];
  return list
    .map((item: unknown, index) => {
      const plain = name === 'rotate3d' && index < 3;
      return typeof item === 'number' && !plain ? `${item}${unit}` : cssLengths(String(item));
    })
    .join(', ');
}
