import type { Block } from './blocks';
import { moved, type Op, reach, scaled } from './ops';
import type { Measure } from './text';

/** Width, height and margin in mm. */
export const PAPER = {
  A4: { w: 210, h: 297, margin: 15 },
  A5: { w: 148, h: 210, margin: 11 },
  A6: { w: 105, h: 148, margin: 8 },
} as const;
export type PaperSize = keyof typeof PAPER;

export interface SheetPage {
  body: Block;
  /** At the lower edge. */
  foot: Block;
}

/** A sheet as it is described: nothing in it knows of a canvas. */
export interface Sheet {
  size: PaperSize;
  pages: readonly SheetPage[];
}

export interface Drawn {
  w: number;
  h: number;
  ops: readonly Op[];
}

/** Something does not fit on its page: a mistake of the description, never to be printed with something cut off. */
export class Overflow extends Error {
  constructor(page: number, what: string) {
    super(`page ${page + 1}: ${what}`);
    this.name = 'Overflow';
  }
}

/** mm that measuring may be wrong by. */
const TOLERANCE = 0.6;

/** Long words make everything on the sheet a little smaller; below this nobody could read it any more. */
const SHRINKS = [1, 0.95, 0.9, 0.85, 0.8, 0.75] as const;

/** Where everything stands, in mm, as large as it fits. @throws Overflow */
export function laidOut(sheet: Sheet, measure: Measure): Drawn[] {
  let tooLarge: unknown;
  for (const scale of SHRINKS) {
    try {
      return sheet.pages.map((page, index) => laidOutPage(sheet.size, page, index, scale, measure));
    } catch (error) {
      if (!(error instanceof Overflow)) throw error;
      tooLarge = error;
    }
  }
  throw tooLarge;
}

function laidOutPage(
  size: PaperSize,
  { body, foot }: SheetPage,
  index: number,
  scale: number,
  measure: Measure,
): Drawn {
  const { w, h, margin } = PAPER[size];
  // Laid out on a larger sheet, then all of it made smaller: proportions stay as they are.
  const [wide, high, edge] = [w / scale, h / scale, margin / scale];
  const above = body(wide - 2 * edge, measure);
  const below = foot(wide - 2 * edge, measure);
  const footAt = high - edge - below.height;
  if (edge + above.height > footAt + TOLERANCE)
    throw new Overflow(index, `${(edge + above.height - footAt).toFixed(1)} mm too high`);
  const ops = [
    ...above.ops.map((op) => moved(op, edge, edge)),
    ...below.ops.map((op) => moved(op, edge, footAt)),
  ];
  for (const op of ops) {
    const { right, low } = reach(op, (line) => measure(line.text, line.size, line.bold));
    if (right > wide - edge + TOLERANCE || low > high - edge + TOLERANCE || op.x < edge - TOLERANCE)
      throw new Overflow(index, `${op.do === 'text' ? op.text : op.do} leaves the page`);
  }
  return { w, h, ops: ops.map((op) => scaled(op, scale)) };
}

/** Rows over as many pages as they need; each page gets its head and says which one it is. */
export function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / most));
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}
