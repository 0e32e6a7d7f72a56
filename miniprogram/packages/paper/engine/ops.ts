/** What is drawn, in millimetres from the upper left corner of the page. */
export type Op =
  | {
      do: 'text';
      /** `y`: the baseline. */
      x: number;
      y: number;
      text: string;
      size: number;
      bold: boolean;
      color: string;
    }
  | {
      do: 'box';
      x: number;
      y: number;
      w: number;
      h: number;
      /** Of the upper and of the lower corners: a door is round above and flat below. */
      radius: readonly [above: number, below: number];
      fill: string;
      /** '' for none. */
      stroke: string;
      dashed: boolean;
    }
  | {
      do: 'line';
      x: number;
      y: number;
      x2: number;
      y2: number;
      color: string;
      width: number;
      dashed: boolean;
    }
  /** The ornament of the house; `door`: with its open door. */
  | { do: 'seed'; x: number; y: number; size: number; color: string; door: boolean }
  | { do: 'image'; x: number; y: number; w: number; h: number; src: string };

export function moved(op: Op, dx: number, dy: number): Op {
  const at = { ...op, x: op.x + dx, y: op.y + dy };
  return at.do === 'line' ? { ...at, x2: at.x2 + dx, y2: at.y2 + dy } : at;
}

/** The same drawing at another size. */
export function scaled(op: Op, by: number): Op {
  const at = { x: op.x * by, y: op.y * by };
  switch (op.do) {
    case 'text':
    case 'seed':
      return { ...op, ...at, size: op.size * by };
    case 'line':
      return { ...op, ...at, x2: op.x2 * by, y2: op.y2 * by };
    case 'box':
      return { ...op, ...at, w: op.w * by, h: op.h * by, radius: [op.radius[0] * by, op.radius[1] * by] };
    case 'image':
      return { ...op, ...at, w: op.w * by, h: op.h * by };
  }
}

/** Right and lower edge of what an operation covers; `textWidth` in mm. */
export function reach(
  op: Op,
  textWidth: (op: Op & { do: 'text' }) => number,
): { right: number; low: number } {
  switch (op.do) {
    case 'text':
      return { right: op.x + textWidth(op), low: op.y + op.size * 0.2 };
    case 'line':
      return { right: Math.max(op.x, op.x2), low: Math.max(op.y, op.y2) };
    case 'seed':
      return { right: op.x + op.size, low: op.y + op.size };
    default:
      return { right: op.x + op.w, low: op.y + op.h };
  }
}
