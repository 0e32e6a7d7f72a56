import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PAPER_KINDS } from '../../../../miniprogram/contract/words';
import { drawn } from '../../../../miniprogram/packages/paper/drawn/index';
import { laidOut } from '../../../../miniprogram/packages/paper/engine/layout';
import type { Op } from '../../../../miniprogram/packages/paper/engine/ops';
import { BARE, measure, SHEETS } from './sheets.sample';

/**
 * The office's printer and the shop's copier know black and white: what is printed says the same without colour, as
 * greys (contrast) and as 1-bit (what is darker than the middle is black, the rest is paper).
 */

const channels = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** 0 black to 255 white, as a copier sees it. */
function grey(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
const isBlack = (color: string) => grey(color) < 128;

/** WCAG contrast of two greys. */
function contrast(one: string, two: string): number {
  const light = (color: string) => {
    const part = grey(color) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const [dark = 0, bright = 0] = [light(one), light(two)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const PAPER = '#FFFFFF';

/** What lies under this point when it is drawn: the last filled box or seed that holds it, else paper. */
function under(before: readonly Op[], x: number, y: number): string {
  const grounds = before.flatMap((op) => {
    const [w, h] = op.do === 'seed' ? [op.size, op.size * 1.2] : op.do === 'box' ? [op.w, op.h] : [0, 0];
    const ground = op.do === 'seed' ? op.color : op.do === 'box' ? op.fill : '';
    return ground !== '' && x >= op.x && x <= op.x + w && y >= op.y && y <= op.y + h ? [ground] : [];
  });
  return grounds.at(-1) ?? PAPER;
}

describe('paper without colour', () => {
  for (const sheet of [...SHEETS, ...BARE])
    test(`${PAPER_KINDS[sheet.kind]} can be read in greys and in black and white`, () => {
      for (const { ops } of laidOut(drawn(sheet), measure))
        for (const [index, op] of ops.entries()) {
          const before = ops.slice(0, index);
          if (op.do === 'text' && op.text.trim() !== '') {
            const ground = under(before, op.x, op.y - op.size * 0.3);
            assert.ok(contrast(op.color, ground) >= 4.5, `“${op.text}” ${op.color} on ${ground}`);
            assert.notEqual(isBlack(op.color), isBlack(ground), `“${op.text}” is lost in 1-bit`);
          }
          // Lines to write on and boxes to tick must not fade away.
          if (op.do === 'line') assert.ok(isBlack(op.color), `a line of ${op.color}`);
          if (op.do === 'box' && op.stroke !== '') assert.ok(isBlack(op.stroke), `a frame of ${op.stroke}`);
        }
    });
});
