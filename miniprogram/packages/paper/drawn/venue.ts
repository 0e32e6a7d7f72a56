import type { PaperClass, PaperSheet } from '../../../contract/paper';
import { PROGRAMS } from '../../../contract/words';
import { joined, known } from '../../../lib/text';
import { clock, dayOfMonth, monthWord, weekday } from '../../../lib/time';
import {
  type Block,
  box,
  fitted,
  INK,
  INK_2,
  picture,
  RED,
  row,
  rule,
  space,
  stack,
  text,
  WHITE,
} from '../engine/blocks';
import { chunks, type Sheet } from '../engine/layout';
import { foot, head, phoneBand, venueTitle } from './parts';

type VenueSheet = PaperSheet & { kind: 'poster' | 'timetable' };

/** How many classes stand on the poster; the rest is behind its code. */
const ON_POSTER = 5;

/** A4, for the wall of a teaching point: its code, what it is for, the month's classes, a number to ring. */
export function poster(sheet: VenueSheet): Sheet {
  const reasons = (
    [
      ['听课', '看看有啥课，占个座'],
      ['登记', '到了扫一下；不扫的，请班主任点名'],
      ['办事', '家里有事，说一句话就行'],
    ] as const
  ).map(([what, how]) =>
    stack(
      3,
      rule(INK, 0.5),
      stack(0.6, text(what, { size: 8, bold: true }), text(how, { size: 4.8, color: INK_2 })),
      space(1),
    ),
  );
  const body = stack(
    6,
    head('红芝麻', joined('麻山区街道党校', '教学点'), 6),
    stack(
      3,
      fitted(venueTitle(sheet.venue), 14, { size: 28, bold: true }),
      text('家门口的党校，谁都能进来坐坐', { size: 8 }),
    ),
    row(11, 'bottom', [76, door(sheet)], ['1', stack(3, ...reasons)]),
    classes(sheet),
  );
  return {
    size: 'A4',
    pages: [
      {
        body,
        foot: stack(
          3.4,
          phoneBand(sheet, '没有手机，一样办', '进门说一声，或者打这个电话', 7.4),
          foot(sheet, 3.8),
        ),
      },
    ],
  };
}

/** The arch: round above, flat below, the code in it. */
function door({ code }: VenueSheet): Block {
  const inside = box({ pad: 0.6, fill: WHITE, radius: [5, 5] }, picture(code?.picture ?? null, 55));
  return box(
    { pad: 8, fill: RED, radius: [38, 4] },
    stack(
      3.2,
      space(1),
      text('扫一扫，门开了', { size: 5.8, bold: true, color: WHITE, align: 'center' }),
      inside,
      text(code?.text ?? '', { size: 6, bold: true, color: WHITE, align: 'center' }),
    ),
  );
}

function classes(sheet: VenueSheet): Block {
  const shown = sheet.classes.slice(0, ON_POSTER);
  const more = sheet.classes.length - shown.length;
  const note = more > 0 ? `还有 ${more} 节，扫码看全` : '不收钱，家属能一起来';
  const lines =
    shown.length === 0
      ? [text('这个月的课还没排好，扫码能看最新的', { size: 5.6, color: INK_2 })]
      : shown.map((one) => classLine(one, 5.8));
  return stack(
    2.4,
    row(
      4,
      'bottom',
      ['1', text(`${monthWord(sheet.month)}的课`, { size: 7.4, bold: true })],
      ['1', text(note, { size: 4.8, color: INK_2, align: 'right' })],
    ),
    rule(),
    ...lines.flatMap((line) => [line, rule()]),
  );
}

/** Date, time, what, and of which kind. */
function classLine(one: PaperClass, size: number): Block {
  const date = `${dayOfMonth(one.startsAt)} ${weekday(one.startsAt)}`;
  return row(
    3,
    'middle',
    [size * 6.6, text(date, { size, bold: true })],
    [size * 2.7, text(clock(one.startsAt), { size })],
    ['1', text(one.title, { size, bold: true })],
    [size * 5.2, text(PROGRAMS[one.program], { size: size * 0.74, color: INK_2, align: 'right' })],
  );
}

/** Rows of a timetable on one A4 page, in 19 pt. */
const ROWS = 9;

/** So few that there is room to be larger. */
const FEW = 5;

/** A4, large: every class of the month, for who reads it from across the room. */
export function timetable(sheet: VenueSheet): Sheet {
  const parts = chunks(sheet.classes, ROWS);
  return {
    size: 'A4',
    pages: parts.map((some, index) => ({
      body: stack(
        5,
        head('红芝麻', parts.length > 1 ? `第 ${index + 1} 张，共 ${parts.length} 张` : '当月课表', 6),
        row(
          6,
          'bottom',
          [
            '1',
            stack(
              2,
              fitted(venueTitle(sheet.venue), 10, { size: 16, bold: true }),
              text(`${monthWord(sheet.month)}的课`, { size: 12, bold: true }),
              text(`地方：${known(sheet.venue.place)}　不收钱，家属能一起来`, { size: 6, color: INK_2 }),
            ),
          ],
          [32, picture(sheet.code?.picture ?? null, 32)],
        ),
        stack(
          some.length > FEW ? 3.2 : 6.4,
          rule(INK, 0.6),
          ...(some.length === 0
            ? [text('这个月还没排课。想听什么，跟班主任说一声。', { size: 8 })]
            : some.flatMap((one) => [classLine(one, some.length > FEW ? 6.8 : 7.6), rule()])),
        ),
      ),
      foot: stack(
        3,
        phoneBand(sheet, '占座、问事，打电话', `扫不了码的，照着输 ${known(sheet.code?.text)}`, 6.4),
        foot(sheet, 3.8),
      ),
    })),
  };
}
