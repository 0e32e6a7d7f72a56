/** wx.createAnimation: collects steps in the form that the `animation` attribute of components takes. */
import { type Api, isRecord, type Options, type Result } from '../api';
import { number, text } from '../options';

const METHODS = [
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'top',
  'left',
  'right',
  'bottom',
  'rotate',
  'rotateX',
  'rotateY',
  'rotateZ',
  'rotate3d',
  'scale',
  'scaleX',
  'scaleY',
  'scaleZ',
  'scale3d',
  'translate',
  'translateX',
  'translateY',
  'translateZ',
  'translate3d',
  'skew',
  'skewX',
  'skewY',
  'matrix',
  'matrix3d',
];

/** These set a style, and their lengths are px; the others are parts of one transform. */
const STYLES = new Set(['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom']);
const UNITLESS = new Set(['opacity', 'backgroundColor']);

interface Animate {
  type: string;
  args: unknown[];
}

export function createAnimation(given?: unknown): Api {
  const base = optionOf(isRecord(given) ? given : {});
  let actions: Result[] = [];
  let animates: Animate[] = [];
  const animation: Api = {
    // Not documented, and changed by programs that were written for WeChat's own object.
    option: base,
    step(options?: unknown) {
      const option = optionOf({ ...flat(base), ...(isRecord(options) ? options : {}) });
      actions.push({ animates, option });
      animates = [];
      return animation;
    },
    export() {
      const exported = { actions };
      actions = [];
      return exported;
    },
  };
  for (const name of METHODS) {
    animation[name] = (...args: unknown[]) => {
      animates.push(animate(name, args));
      return animation;
    };
  }
  return animation;
}

function animate(name: string, args: unknown[]): Animate {
  if (!STYLES.has(name)) return { type: name, args };
  const [value] = args;
  const length = typeof value === 'number' && !UNITLESS.has(name) ? `${value}px` : value;
  const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { type: 'style', args: [property, length] };
}

interface StepOption {
  transformOrigin: string;
  transition: { duration: number; timingFunction: string; delay: number };
}

function optionOf(options: Options): StepOption {
  return {
    transformOrigin: text(options, 'transformOrigin', '50% 50% 0'),
    transition: {
      duration: number(options, 'duration', 400),
      timingFunction: text(options, 'timingFunction', 'linear'),
      delay: number(options, 'delay', 0),
    },
  };
}

function flat({ transformOrigin, transition }: StepOption): Options {
  return { transformOrigin, ...transition };
}
