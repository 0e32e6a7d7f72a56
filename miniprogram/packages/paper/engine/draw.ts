import type { Drawn } from './layout';
import type { Op } from './ops';
import type { Measure } from './text';

/** What is needed of a canvas: WeChat's 2d context and the browser's both are this. */
export type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
/** As a canvas makes it. */
export type Picture = Parameters<Pen['drawImage']>[0];

const FONTS = '"PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif';

/** For measuring: in a size where rounding does not matter. */
const PROBE = 100;

const font = (size: number, bold: boolean) => `${bold ? 'bold ' : ''}${size}px ${FONTS}`;

export function measureWith(pen: Pen): Measure {
  return (text, size, bold) => {
    pen.font = font(PROBE, bold);
    return (pen.measureText(text).width * size) / PROBE;
  };
}

/** @param scale pixels a mm @param pictures by address, loaded */
export function draw(pen: Pen, page: Drawn, scale: number, pictures: ReadonlyMap<string, Picture>): void {
  pen.save();
  pen.scale(scale, scale);
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, page.w, page.h);
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const op of page.ops) drawOne(pen, op, pictures);
  pen.restore();
}

function drawOne(pen: Pen, op: Op, pictures: ReadonlyMap<string, Picture>): void {
  switch (op.do) {
    case 'text':
      pen.font = font(op.size, op.bold);
      pen.fillStyle = op.color;
      pen.fillText(op.text, op.x, op.y);
      return;
    case 'line':
      pen.setLineDash(op.dashed ? [1.6, 1.4] : []);
      pen.strokeStyle = op.color;
      pen.lineWidth = op.width;
      pen.beginPath();
      pen.moveTo(op.x, op.y);
      pen.lineTo(op.x2, op.y2);
      pen.stroke();
      return;
    case 'box':
      drawBox(pen, op);
      return;
    case 'seed':
      drawSeed(pen, op);
      return;
    case 'image': {
      const picture = pictures.get(op.src);
      if (picture === undefined) throw new Error('a picture of the sheet was not loaded');
      // Squares of a code stay squares.
      pen.imageSmoothingEnabled = false;
      pen.drawImage(picture, op.x, op.y, op.w, op.h);
    }
  }
}

function drawBox(pen: Pen, { x, y, w, h, radius, fill, stroke, dashed }: Op & { do: 'box' }): void {
  const [above, below] = radius;
  pen.beginPath();
  pen.moveTo(x, y + above);
  pen.arc(x + above, y + above, above, Math.PI, 1.5 * Math.PI);
  pen.arc(x + w - above, y + above, above, 1.5 * Math.PI, 0);
  pen.arc(x + w - below, y + h - below, below, 0, 0.5 * Math.PI);
  pen.arc(x + below, y + h - below, below, 0.5 * Math.PI, Math.PI);
  pen.closePath();
  if (fill !== '') {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke === '') return;
  pen.setLineDash(dashed ? [1.6, 1.4] : []);
  pen.strokeStyle = stroke;
  pen.lineWidth = 0.35;
  pen.stroke();
}

/** The seed of visual.md on a field of 24: pointed above, round below. */
function drawSeed(pen: Pen, { x, y, size, color, door }: Op & { do: 'seed' }): void {
  const s = size / 24;
  const at = (px: number, py: number): [number, number] => [x + px * s, y + py * s];
  pen.beginPath();
  pen.moveTo(...at(12, 1.2));
  pen.bezierCurveTo(...at(15.6, 4.6), ...at(20, 9.6), ...at(20, 14.6));
  pen.bezierCurveTo(...at(20, 19.4), ...at(16.6, 22.8), ...at(12, 22.8));
  pen.bezierCurveTo(...at(7.4, 22.8), ...at(4, 19.4), ...at(4, 14.6));
  pen.bezierCurveTo(...at(4, 9.6), ...at(8.4, 4.6), ...at(12, 1.2));
  pen.fillStyle = color;
  pen.fill();
  if (!door) return;
  pen.beginPath();
  pen.moveTo(...at(8.2, 24));
  pen.lineTo(...at(8.2, 16.2));
  pen.bezierCurveTo(...at(8.2, 11.1), ...at(15.8, 11.1), ...at(15.8, 16.2));
  pen.lineTo(...at(15.8, 24));
  pen.closePath();
  pen.fillStyle = '#FFFFFF';
  pen.fill();
}
