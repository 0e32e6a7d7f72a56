import type { PaperSheet } from '../../../contract/paper';
import { VISIT_COLUMNS } from '../../../contract/words';
import { known } from '../../../lib/text';
import { calendarDay, clock, weekday } from '../../../lib/time';
import {
  type Block,
  blank,
  blanks,
  box,
  EDGE,
  INK,
  INK_2,
  row,
  rule,
  stack,
  text,
  tick,
} from '../engine/blocks';
import { chunks, type Sheet, type SheetPage } from '../engine/layout';
import { codeWithText, fact, foot, head, phoneOf, returnCorner } from './parts';

type RosterSheet = PaperSheet & { kind: 'roster' };
type TableSheet = PaperSheet & { kind: 'round_table' };
type LessonSheet = PaperSheet & { kind: 'home_lesson' };

const whenOf = (from: number, to: number): string =>
  `${calendarDay(from)} ${weekday(from)} ${clock(from)}–${clock(to)}`;

const ROWS = 18;
/** At least so many lines at the end for whoever comes without a seat. */
const SPARE = 4;

/** A4: sign, or say one's name and the host ticks. Nobody has to (guardrails: it is no forced sign-in). */
export function roster(sheet: RosterSheet): Sheet {
  const { session } = sheet;
  const lines = [...sheet.names, ...spare(sheet.names.length)];
  const parts = chunks(lines, ROWS);
  return {
    size: 'A4',
    pages: parts.map(
      (some, part): SheetPage => ({
        body: stack(
          4,
          row(
            6,
            'top',
            [
              '1',
              stack(
                3.4,
                head('红芝麻', parts.length > 1 ? `第 ${part + 1} 张，共 ${parts.length} 张` : '点名册', 5.4),
                text(session.title, { size: 10, bold: true }),
                text(whenOf(session.startsAt, session.endsAt), { size: 5.4, color: INK_2 }),
                text(`${known(session.venue)}　班主任 ${known(session.host)}`, { size: 5.4, color: INK_2 }),
              ),
            ],
            [36, returnCorner(sheet, 26)],
          ),
          stack(
            1.7,
            rosterLine('', '姓名', '到了打勾', '说明', true),
            rule(INK, 0.5),
            ...some.flatMap(({ name, elder, arrived }, index) => [
              rosterLine(
                String(part * ROWS + index + 1),
                name,
                arrived ? '到了' : '',
                elder ? '长者' : '',
                false,
              ),
              rule(),
            ]),
          ),
        ),
        foot: stack(
          2,
          text('没报名的写在后面。只为点清人数，不作为考核依据。', { size: 4.6, color: INK_2 }),
          foot(sheet, 3.6),
        ),
      }),
    ),
  };
}

/** To the end of the page, and on to another one where that leaves too few. */
function spare(taken: number): RosterSheet['names'] {
  const least = taken + SPARE;
  const count = Math.ceil(least / ROWS) * ROWS - taken;
  return Array.from({ length: count }, () => ({ name: ' ', elder: false, arrived: false }));
}

function rosterLine(number: string, name: string, mark: string, note: string, bold: boolean): Block {
  return row(
    3,
    'middle',
    [10, text(number, { size: 4.6, color: INK_2 })],
    ['3', text(name, { size: 5.2, bold })],
    ['2', mark === '' ? tick(' ', 5.4) : text(mark, { size: 5.2, bold })],
    ['3', text(note, { size: 4.6, color: INK_2 })],
  );
}

const CARDS_A_PAGE = 4;

/** A4 minutes of a round table (S52), and cards with the names to fold and stand up. */
export function roundTable(sheet: TableSheet): Sheet {
  const { session } = sheet;
  const topics = sheet.topics.map(({ name, text: words }) => `${words}（${name}提）`);
  const asked = [...topics, '', '', ''].slice(0, Math.max(3, topics.length));
  const minutes: SheetPage = {
    body: stack(
      4.4,
      row(
        6,
        'top',
        [
          '1',
          stack(
            3,
            head('37℃圆桌', '议定单', 5.4),
            text(session.title, { size: 10, bold: true }),
            text(whenOf(session.startsAt, session.endsAt), { size: 5.2, color: INK_2 }),
            text(`${known(session.venue)}　班主任 ${known(session.host)}`, { size: 5.2, color: INK_2 }),
          ),
        ],
        [36, returnCorner(sheet, 26)],
      ),
      stack(2, text('上回说的，有啥回音', { size: 6, bold: true }), ...echoes(sheet)),
      stack(
        2.6,
        text('今天聊哪几件', { size: 6, bold: true }),
        ...asked.flatMap((words, index) => [text(`${index + 1}　${words}`, { size: 5.4 }), rule()]),
      ),
      stack(
        2.6,
        text('议定了啥', { size: 6, bold: true }),
        decided('要办的事', '谁来办', '哪天前', true),
        rule(INK, 0.5),
        ...[1, 2, 3, 4].flatMap(() => [decided(' ', ' ', ' ', false), rule()]),
      ),
      stack(0, text('没说完的，下回接着说', { size: 5.4, color: INK_2 }), blanks(1, 10)),
    ),
    foot: stack(
      2,
      text('每人三分钟，说完换下一位；不说也行。', { size: 4.6, color: INK_2 }),
      foot(sheet, 3.6),
    ),
  };
  const names = sheet.names.length === 0 ? [] : chunks(sheet.names, CARDS_A_PAGE);
  return { size: 'A4', pages: [minutes, ...names.map((some) => seatCards(sheet, some))] };
}

function echoes({ echoes: all }: TableSheet): Block[] {
  if (all.length === 0) return [text('头一回开，没有上回。', { size: 5, color: INK_2 })];
  return all.map(({ text: words, done, reason }) =>
    text(done ? `办成了　${words}` : `还没成　${words}${reason === null ? '' : `（${reason}）`}`, {
      size: 5.2,
    }),
  );
}

function decided(what: string, who: string, until: string, bold: boolean): Block {
  const size = bold ? 5.2 : 7.4;
  return row(
    3,
    'bottom',
    ['5', text(what, { size, bold })],
    ['2', text(who, { size, bold })],
    ['2', text(until, { size, bold })],
  );
}

function seatCards(sheet: TableSheet, names: readonly string[]): SheetPage {
  const card = (name: string): Block =>
    box(
      { pad: 4, height: 58, stroke: EDGE, dashed: true, radius: [1, 1] },
      text(name, { size: 24, bold: true, align: 'center' }),
    );
  return {
    body: stack(3, ...names.map(card)),
    foot: row(
      3,
      'top',
      ['3', text('沿虚线剪开，折一下立在桌上', { size: 4, color: INK_2 })],
      ['5', foot(sheet, 3.4)],
    ),
  };
}

/** A5: one visit, three columns (workflows 2.5); each may stay empty. */
export function homeLessonSlip(sheet: LessonSheet): Sheet {
  const { at, elder, visitor } = sheet.lesson;
  return {
    size: 'A5',
    pages: [
      {
        body: stack(
          4.4,
          head('红芝麻', '送学记录条', 5),
          text('送学上门', { size: 11, bold: true }),
          stack(
            2.2,
            fact('上谁家', known(elder.name), 5.2, 22),
            fact('谁去的', known(visitor.name), 5.2, 22),
            fact('哪天', at === null ? '还没约' : `${calendarDay(at)} ${weekday(at)}`, 5.2, 22),
          ),
          ...Object.values(VISIT_COLUMNS).map((title) =>
            stack(0, text(title, { size: 6, bold: true }), blanks(2, 9)),
          ),
          row(6, 'bottom', ['1', blank('老人家签字', 5.2)], ['1', tick('念给老人家听过', 5)]),
        ),
        foot: row(
          5,
          'bottom',
          [
            '1',
            stack(
              2,
              text('缺哪样都行，半分钟写完。', { size: 4.6, color: INK_2 }),
              text(phoneOf(sheet), { size: 6.4, bold: true }),
              foot(sheet, 3),
            ),
          ],
          [34, codeWithText(sheet.code, 24, 3.4)],
        ),
      },
    ],
  };
}
