/** How large phones are drawn. A phone keeps its own 390 by 844; only the picture of it shrinks. */

const WIDTH = 390;
const HEIGHT = 844;
/** The frame round the glass, on both sides. */
const FRAME = 20;
const GAP = 20;
/** Smaller than this nobody reads it: then the page scrolls. */
const LEAST = 0.64;

/** @param room of the place where they stand; @param above the height of what is over each phone. */
export function scaleFor(count: number, room: { width: number; height: number }, above: number): number {
  const byWidth = ((room.width - GAP * (count - 1)) / count - FRAME) / WIDTH;
  const byHeight = (room.height - above - FRAME) / HEIGHT;
  return Math.min(1, Math.max(LEAST, Math.min(byWidth, byHeight)));
}
