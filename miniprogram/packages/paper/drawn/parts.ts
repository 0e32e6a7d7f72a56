import { OPERATOR } from '../../../config/operator';
import type { PaperCode, PaperSheet, PaperVenue } from '../../../contract/paper';
import { joined, known, UNKNOWN } from '../../../lib/text';
import { calendarDay } from '../../../lib/time';
import { type Block, box, INK, INK_2, picture, row, rule, seed, stack, text, WHITE } from '../engine/blocks';

/** What several sheets have in common. */

const NO_PHONE = '电话待填写';

export const phoneOf = ({ counter }: PaperSheet): string => counter.phone ?? NO_PHONE;

/** 源课堂: as it is called, else its name, else a visible placeholder. */
export function venueTitle({ alias, name }: PaperVenue): string {
  return known(alias ?? name);
}

/** Mark and name at the left, what it is at the right. */
export function head(name: string, what: string, size: number): Block {
  return row(
    size * 0.5,
    'middle',
    [size * 1.7, seed(size * 1.7, true)],
    ['1', text(name, { size, bold: true })],
    ['1', text(what, { size: size * 0.84, color: INK_2, align: 'right' })],
  );
}

/** Who runs it, and when it was printed (G13); that it is a sample is on every sample. */
export function foot(sheet: Pick<PaperSheet, 'at' | 'sample'>, size: number): Block {
  const filed = `主办单位：${known(OPERATOR.organisation)}　备案编号：${known(OPERATOR.filingNo)}`;
  const printed = joined(`${calendarDay(sheet.at)}印`, sheet.sample && '样例');
  return row(
    3,
    'top',
    ['3', text(filed, { size, color: INK_2 })],
    ['2', text(printed, { size, color: INK_2, align: 'right' })],
  );
}

/** The black band at the lower edge: everything also goes without a telephone in one's hand. */
export function phoneBand(sheet: PaperSheet, title: string, words: string, size: number): Block {
  return box(
    { pad: size * 0.9, fill: INK, radius: [5, 5] },
    row(
      4,
      'middle',
      [
        '1',
        stack(
          1,
          text(title, { size, bold: true, color: WHITE }),
          text(words, { size: size * 0.72, color: '#EEDFCB' }),
        ),
      ],
      ['1', text(phoneOf(sheet), { size: size * 1.32, bold: true, color: WHITE, align: 'right' })],
    ),
  );
}

/** A code and, below it, what is typed where nothing can be scanned. */
export function codeWithText(code: PaperCode | null, size: number, textSize: number): Block {
  return stack(
    1.2,
    picture(code?.picture ?? null, size),
    text(code?.text ?? UNKNOWN, { size: textSize, bold: true, color: INK, align: 'center' }),
  );
}

/** What comes back to the desk: the code in the corner, and why it is there. */
export function returnCorner(sheet: PaperSheet, size: number): Block {
  return stack(
    1.4,
    codeWithText(sheet.code, size, 3.6),
    text('工作人员扫这里录入', { size: 3, color: INK_2, align: 'center' }),
  );
}

/** `标签  内容`, with a line below. */
export function fact(label: string, value: string, size: number, labelWidth: number): Block {
  return stack(
    size * 0.32,
    row(
      3,
      'top',
      [labelWidth, text(label, { size, color: INK_2 })],
      ['1', text(value, { size, bold: true })],
    ),
    rule(),
  );
}
