import type { GeneralComponent } from '../../runtime/easel.js';

/** `wx.createAnimation().export()`: the steps of an animation, each with what it changes and how fast. */
interface Exported {
  actions: {
    animates: { type: string; args: unknown[] }[];
    option: {
      transformOrigin?: string;
      transition: { duration: number; timingFunction: string; delay: number };
    };
  }[];
}

/** The segment of an element's style that WeChat's framework keeps for animations. */
const ANIMATION_SEGMENT = 2;
const LENGTHS = /^(translate|translateX|translateY|translateZ|translate3d)$/;
const ANGLES = /^(rotate|rotateX|rotateY|rotateZ|skew|skewX|skewY)$/;
const TRANSFORMS = /^(translate|rotate|scale|skew|matrix)/;

/** Styles that earlier steps left behind, and the timers of the steps to come. */
interface Playing {
  styles: Map<string, string>;
  transforms: Map<string, string>;
  timers: number[];
}

const playing = new WeakMap<GeneralComponent, Playing>();

/** Plays what the `animation` attribute was given; the end state stays, as WeChat keeps it. */
export function playAnimation(component: GeneralComponent, value: unknown): void {
  const state: Playing = playing.get(component) ?? { styles: new Map(), transforms: new Map(), timers: [] };
  playing.set(component, state);
  for (const timer of state.timers.splice(0)) clearTimeout(timer);
  if (!isExported(value)) return;
  let at = 0;
  for (const action of value.actions) {
    const { duration, delay, timingFunction } = action.option.transition;
    const apply = (): void => {
      for (const { type, args } of action.animates) addStep(state, type, args);
      component.setNodeStyle(
        styleText(state, `all ${duration}ms ${timingFunction} ${delay}ms`, action.option.transformOrigin),
        ANIMATION_SEGMENT,
      );
    };
    state.timers.push(window.setTimeout(apply, at));
    at += duration + delay;
  }
}

function isExported(value: unknown): value is Exported {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<Exported>).actions);
}

function addStep(state: Playing, type: string, args: unknown[]): void {
  if (type === 'style') {
    const [name, text] = args;
    state.styles.set(String(name), String(text));
  } else if (TRANSFORMS.test(type)) {
    state.transforms.set(type, `${type}(${args.map((arg) => argumentText(type, arg)).join(',')})`);
  }
}

function argumentText(type: string, arg: unknown): string {
  if (typeof arg !== 'number') return String(arg);
  if (LENGTHS.test(type)) return `${arg}px`;
  if (ANGLES.test(type)) return `${arg}deg`;
  return String(arg);
}

function styleText(state: Playing, transition: string, origin = '50% 50% 0'): string {
  const own = [...state.styles].map(
    ([name, text]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${text}`,
  );
  const transform =
    state.transforms.size === 0 ? [] : [`transform:${[...state.transforms.values()].join(' ')}`];
  return [`transition:${transition}`, `transform-origin:${origin}`, ...own, ...transform].join(';');
}
