import { moved, type Op } from './ops';
import { type Measure, wrapped } from './text';

/** A piece of a sheet: asked for a width, it says how high it is and what is drawn in it. */
export type Block = (width: number, measure: Measure) => Placed;

export interface Placed {
  height: number;
  ops: readonly Op[];
}

export const INK = '#211C18';
export const INK_2 = '#564E47';
export const RED = '#B0281F';
export const TINT = '#FAE9E4';
export const ALARM = '#7A0F0A';
/** Dark enough that a copier in black and white keeps it. */
export const LINE = '#7D7265';
/** Frames to write in and boxes to tick. */
export const EDGE = '#6E6457';
export const WHITE = '#FFFFFF';

export interface TextLook {
  /** mm; 5.6 is 16 pt. */
  size: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'center' | 'right';
}

/** Text over as many lines as it needs. */
export function text(words: string, { size, bold = false, color = INK, align = 'left' }: TextLook): Block {
  return (width, measure) => {
    const high = size * (size > 12 ? 1.16 : 1.34);
    const widthOf = (line: string) => measure(line, size, bold);
    const lines = wrapped(words, width, widthOf);
    const ops = lines.map((line, index): Op => {
      const free = width - widthOf(line);
      const x = align === 'left' ? 0 : align === 'right' ? free : free / 2;
      const y = index * high + (high - size) / 2 + size * 0.88;
      return { do: 'text', x, y, text: line, size, bold, color };
    });
    return { height: lines.length * high, ops };
  };
}

/** One line, as large as it fits between `size` and `least`; below that it breaks like any other text. */
export function fitted(words: string, least: number, look: TextLook): Block {
  return (width, measure) => {
    const wide = measure(words, look.size, look.bold ?? false);
    const size = Math.max(least, Math.min(look.size, (look.size * width * 0.995) / wide));
    return text(words, { ...look, size })(width, measure);
  };
}

export function space(height: number): Block {
  return () => ({ height, ops: [] });
}

/** One under the other, `gap` mm apart. */
export function stack(gap: number, ...blocks: readonly Block[]): Block {
  return (width, measure) => {
    let low = 0;
    const ops: Op[] = [];
    blocks.forEach((block, index) => {
      if (index > 0) low += gap;
      const placed = block(width, measure);
      ops.push(...placed.ops.map((op) => moved(op, 0, low)));
      low += placed.height;
    });
    return { height: low, ops };
  };
}

/** A column of a row: mm, or a share of what is left (`'1'`, `'2'` …). */
export type Column = readonly [width: number | `${number}`, block: Block];

/** Side by side, `gap` mm apart; `at`: where the lower ones stand beside the highest. */
export function row(gap: number, at: 'top' | 'middle' | 'bottom', ...columns: readonly Column[]): Block {
  return (width, measure) => {
    const fixed = columns.reduce((sum, [wide]) => sum + (typeof wide === 'number' ? wide : 0), 0);
    const shares = columns.reduce((sum, [wide]) => sum + (typeof wide === 'string' ? Number(wide) : 0), 0);
    const left = width - fixed - gap * (columns.length - 1);
    const placed = columns.map(([wide, block]) => {
      const own = typeof wide === 'number' ? wide : (left * Number(wide)) / shares;
      return { own, ...block(own, measure) };
    });
    const height = Math.max(...placed.map((one) => one.height));
    let x = 0;
    const ops = placed.flatMap((one) => {
      const free = height - one.height;
      const dy = at === 'top' ? 0 : at === 'middle' ? free / 2 : free;
      const from = x;
      x += one.own + gap;
      return one.ops.map((op) => moved(op, from, dy));
    });
    return { height, ops };
  };
}

export interface BoxLook {
  pad: number;
  /** Above and below, mm. */
  radius?: readonly [number, number];
  fill?: string;
  stroke?: string;
  dashed?: boolean;
  /** At least this high, with what is in it in the middle. */
  height?: number;
}

export function box(look: BoxLook, inside: Block): Block {
  return (width, measure) => {
    const { pad, radius = [3, 3], fill = '', stroke = '', dashed = false } = look;
    const placed = inside(width - 2 * pad, measure);
    const height = Math.max(placed.height + 2 * pad, look.height ?? 0);
    const dy = (height - placed.height) / 2;
    const around: Op = { do: 'box', x: 0, y: 0, w: width, h: height, radius, fill, stroke, dashed };
    return { height, ops: [around, ...placed.ops.map((op) => moved(op, pad, dy))] };
  };
}

export function rule(color = LINE, thick = 0.3, dashed = false): Block {
  return (width) => ({
    height: thick,
    ops: [{ do: 'line', x: 0, y: thick / 2, x2: width, y2: thick / 2, color, width: thick, dashed }],
  });
}

/** Lines to write on, each `height` mm. */
export function blanks(count: number, height: number): Block {
  return (width) => ({
    height: count * height,
    ops: Array.from({ length: count }, (_, index): Op => {
      const y = (index + 1) * height - 0.2;
      return { do: 'line', x: 0, y, x2: width, y2: y, color: EDGE, width: 0.25, dashed: false };
    }),
  });
}

/** `姓名 ______`: a word and a line to write on. */
export function blank(word: string, size: number): Block {
  return (width, measure) => {
    const label = text(word, { size, color: INK_2 })(width, measure);
    const from = measure(word, size, false) + 2;
    const y = label.height - 0.5;
    const line: Op = {
      do: 'line',
      x: from,
      y,
      x2: width,
      y2: y,
      color: EDGE,
      width: 0.25,
      dashed: false,
    };
    return { height: label.height, ops: [...label.ops, line] };
  };
}

/** A box to tick, and its word. */
export function tick(word: string, size: number): Block {
  return (width, measure) => {
    const edge = size * 0.86;
    const placed = text(word, { size })(width - edge - 2, measure);
    const y = (size * 1.34 - edge) / 2;
    const square: Op = {
      do: 'box',
      x: 0,
      y,
      w: edge,
      h: edge,
      radius: [0.6, 0.6],
      fill: '',
      stroke: INK_2,
      dashed: false,
    };
    return { height: placed.height, ops: [square, ...placed.ops.map((op) => moved(op, edge + 2, 0))] };
  };
}

export function seed(size: number, door = false): Block {
  return () => ({ height: size, ops: [{ do: 'seed', x: 0, y: 0, size, color: RED, door }] });
}

/** A numbered seed and what it says. */
export function step(number: number, words: string, size: number): Block {
  const mark: Block = (_, measure) => {
    const digit = text(String(number), { size: size * 0.66, bold: true, color: WHITE, align: 'center' });
    const placed = digit(size * 1.3, measure);
    const sign: Op = { do: 'seed', x: 0, y: 0, size: size * 1.3, color: RED, door: false };
    return { height: size * 1.3, ops: [sign, ...placed.ops.map((op) => moved(op, 0, size * 0.34))] };
  };
  return row(size * 0.6, 'middle', [size * 1.3, mark], ['1', text(words, { size })]);
}

/** A code's picture, square; a frame to write the code into while there is none. */
export function picture(src: string | null, size: number): Block {
  if (src !== null)
    return (width) => ({
      height: size,
      ops: [{ do: 'image', x: (width - size) / 2, y: 0, w: size, h: size, src }],
    });
  const words = text('码这会儿没取到\n照下面的字输', {
    size: Math.min(5, size / 7),
    color: INK_2,
    align: 'center',
  });
  return (width, measure) => {
    const placed = box({ pad: 1, height: size, stroke: LINE, dashed: true }, words)(size, measure);
    return { height: size, ops: placed.ops.map((op) => moved(op, (width - size) / 2, 0)) };
  };
}
