import { isFunction } from '../api';

/** Pictures by the path that the mini program gave; one that could not be had is missing. */
export type Pictures = ReadonlyMap<string, HTMLImageElement>;

/** Something drawn later: a canvas without `type` only draws when it is told to. */
export interface Action {
  /** The picture it needs. */
  picture?: string;
  paint(on: CanvasRenderingContext2D, pictures: Pictures): void;
}

/** Methods that are the browser's own. */
const SAME = [
  'arc', 'arcTo', 'beginPath', 'bezierCurveTo', 'clearRect', 'clip', 'closePath', 'fill', 'fillRect', 'fillText',
  'lineTo', 'moveTo', 'quadraticCurveTo', 'rect', 'restore', 'rotate', 'save', 'scale', 'stroke', 'strokeRect',
  'strokeText', 'transform', 'translate',
] as const; // biome-ignore format: a list of names

/** Properties, and the method that once set each of them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  fillStyle: 'setFillStyle',
  strokeStyle: 'setStrokeStyle',
  globalAlpha: 'setGlobalAlpha',
  lineCap: 'setLineCap',
  lineJoin: 'setLineJoin',
  lineWidth: 'setLineWidth',
  miterLimit: 'setMiterLimit',
  textAlign: 'setTextAlign',
  textBaseline: 'setTextBaseline',
  font: '',
  globalCompositeOperation: '',
  lineDashOffset: '',
  shadowBlur: '',
  shadowColor: '',
  shadowOffsetX: '',
  shadowOffsetY: '',
};

class Pattern {
  constructor(
    readonly picture: string,
    readonly repetition: string,
  ) {}
}

/**
 * Writes down what a mini program draws (CanvasContext in WeChat's documentation), until somebody takes it.
 * What has to be answered at once (a text's width, a gradient) is answered by a canvas that nobody sees.
 */
export class Recorder {
  private actions: Action[] = [];
  private readonly ruler = rulerOf();

  take(): Action[] {
    const taken = this.actions;
    this.actions = [];
    // Each drawing begins with the defaults.
    this.ruler.reset();
    return taken;
  }

  /** The methods and properties that the mini program sees. */
  exposed(): Record<string, unknown> {
    const { ruler } = this;
    const context: Record<string, unknown> = {
      drawImage: (picture: unknown, ...place: number[]) => this.drawImage(String(picture), place),
      setLineDash: (pattern: number[] = [], offset = 0) => {
        this.add((on) => on.setLineDash(pattern));
        this.set('lineDashOffset', offset);
      },
      setShadow: (x = 0, y = 0, blur = 0, color = 'black') => {
        this.set('shadowOffsetX', x);
        this.set('shadowOffsetY', y);
        this.set('shadowBlur', blur);
        this.set('shadowColor', color);
      },
      setFontSize: (size: number) => this.set('font', ruler.font.replace(/[\d.]+px/, `${size}px`)),
      setTransform: (...matrix: number[]) => this.add((on) => replaceTransform(on, matrix)),
      measureText: (text: string) => ({ width: ruler.measureText(String(text)).width }),
      createLinearGradient: (...place: [number, number, number, number]) =>
        ruler.createLinearGradient(...place),
      createCircularGradient: (x: number, y: number, radius: number) =>
        ruler.createRadialGradient(x, y, 0, x, y, radius),
      createPattern: (picture: unknown, repetition: unknown) =>
        new Pattern(String(picture), String(repetition)),
      getActions: () => this.take(),
      clearActions: () => void this.take(),
    };
    for (const name of SAME) {
      context[name] = (...given: unknown[]) => {
        if (name === 'save' || name === 'restore') ruler[name]();
        this.add((on) => call(on, name, given));
      };
    }
    for (const [name, setter] of Object.entries(PROPERTIES)) {
      if (setter !== '') context[setter] = (value: unknown) => this.set(name, value);
      Object.defineProperty(context, name, {
        enumerable: true,
        get: () => Reflect.get(ruler, name),
        set: (value: unknown) => this.set(name, value),
      });
    }
    return context;
  }

  private add(paint: Action['paint'], picture?: string): void {
    this.actions.push(picture === undefined ? { paint } : { paint, picture });
  }

  private set(name: string, given: unknown): void {
    if (given instanceof Pattern) {
      this.add((on, pictures) => fillWith(on, name, given, pictures), given.picture);
      return;
    }
    // WeChat's `normal` is the browser's `alphabetic`.
    const value = name === 'textBaseline' && given === 'normal' ? 'alphabetic' : given;
    Reflect.set(this.ruler, name, value);
    this.add((on) => Reflect.set(on, name, value));
  }

  private drawImage(picture: string, place: number[]): void {
    this.add((on, pictures) => {
      const image = pictures.get(picture);
      if (image) call(on, 'drawImage', [image, ...place]);
    }, picture);
  }
}

function rulerOf(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('the browser gives no canvas');
  return context;
}

function call(on: CanvasRenderingContext2D, name: string, given: readonly unknown[]): void {
  const method: unknown = Reflect.get(on, name);
  if (isFunction(method)) Reflect.apply(method, on, given);
}

function fillWith(on: CanvasRenderingContext2D, name: string, pattern: Pattern, pictures: Pictures): void {
  const image = pictures.get(pattern.picture);
  if (image) Reflect.set(on, name, on.createPattern(image, pattern.repetition));
}

/** The mini program counts from its own pixels, which the screen divides. */
function replaceTransform(on: CanvasRenderingContext2D, [a, b, c, d, e, f]: readonly number[]): void {
  on.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  on.transform(a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0);
}
