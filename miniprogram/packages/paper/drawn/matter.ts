import type { PaperSheet } from '../../../contract/paper';
import { REQUEST_KINDS } from '../../../contract/words';
import { known } from '../../../lib/text';
import { dayOfMonth } from '../../../lib/time';
import {
  type Block,
  blank,
  blanks,
  box,
  EDGE,
  INK_2,
  RED,
  row,
  rule,
  stack,
  TINT,
  text,
  tick,
} from '../engine/blocks';
import type { Sheet } from '../engine/layout';
import { fact, foot, head, phoneOf, returnCorner } from './parts';

type MatterSheet = PaperSheet & { kind: 'door_note' | 'consent' | 'hand_over' | 'receipt' };

const LABEL = 26;

/** Who, what and the number to say on the telephone: the same lines on each sheet of a matter. */
function about({ matter }: MatterSheet, size: number): Block {
  return stack(
    2.4,
    fact('哪件事', `${matter.title}（${REQUEST_KINDS[matter.kind]}）`, size, LABEL),
    fact('给谁办', known(matter.person), size, LABEL),
    fact('谁来办', known(matter.helper?.name), size, LABEL),
    fact('单号', matter.no, size, LABEL),
  );
}

/** At the lower edge: what goes back to the desk, and whom to ring. */
function tail(sheet: MatterSheet, words: string): Block {
  return stack(
    3,
    rule(),
    row(
      5,
      'middle',
      [
        '1',
        stack(1.4, text(words, { size: 4.8, color: INK_2 }), text(phoneOf(sheet), { size: 8, bold: true })),
      ],
      [34, returnCorner(sheet, 23)],
    ),
    foot(sheet, 3),
  );
}

const signature = (left: string, right: string): Block =>
  row(6, 'bottom', ['1', blank(left, 5.4)], ['1', blank(right, 5.4)]);

/** A5, left at the door: who came, the code, what was done, what comes next. */
export function doorNote(sheet: MatterSheet): Sheet {
  const { matter, at } = sheet;
  return {
    size: 'A5',
    pages: [
      {
        body: stack(
          4,
          head('红芝麻', '上门条', 5),
          text('我们来过了', { size: 11, bold: true }),
          box(
            { pad: 4.4, fill: TINT, radius: [4, 4] },
            row(
              4,
              'middle',
              [
                '1',
                stack(
                  1,
                  text('敲门码', { size: 5, color: INK_2 }),
                  text(matter.knock === null ? '今天没有' : matter.knock.split('').join(' '), {
                    size: matter.knock === null ? 7 : 13,
                    bold: true,
                    color: RED,
                  }),
                ),
              ],
              ['1', text(`只管${dayOfMonth(at)}这一天\n来人先报，对上了再开门`, { size: 4.8, color: INK_2 })],
            ),
          ),
          stack(
            2.4,
            fact('谁来的', known(matter.helper?.name), 5.4, LABEL),
            fact('哪件事', matter.title, 5.4, LABEL),
            fact('办到哪', matter.done, 5.4, LABEL),
            fact('下一步', matter.next, 5.4, LABEL),
          ),
          stack(0, text('当面写：办了啥、哪天再来', { size: 5, color: INK_2 }), blanks(2, 10)),
        ),
        foot: tail(sheet, '对不上码就别开门，打这个电话'),
      },
    ],
  };
}

/** A4, large type: four lines in which somebody lets us act for them (workflows 2.2). */
export function consent(sheet: MatterSheet): Sheet {
  const { matter } = sheet;
  const lines: readonly (readonly [string, string])[] = [
    ['一、我要办', matter.title],
    ['二、请他办', known(matter.helper?.name)],
    ['三、交给他', matter.papers.length === 0 ? ' ' : matter.papers.join('、')],
    ['四、办到', ' '],
  ];
  const sign = (left: string, right: string): Block =>
    row(10, 'bottom', ['3', blank(left, 8)], ['2', blank(right, 8)]);
  return {
    size: 'A4',
    pages: [
      {
        body: stack(
          8,
          head('红芝麻', '代办委托单', 6.4),
          text('这件事，请您替我办', { size: 16, bold: true }),
          stack(
            5,
            ...lines.flatMap(([label, value]) => [
              row(4, 'top', [48, text(label, { size: 9.4 })], ['1', text(value, { size: 9.4, bold: true })]),
              rule(INK_2, 0.4),
            ]),
          ),
          text('不收钱。该交的费用我自己出，随时可以不办了。', { size: 7.4, color: INK_2 }),
          sign('我签字', '哪天'),
          sign('代办人签字', '哪天'),
          row(6, 'top', ['1', tick('念给我听过', 7.4)], ['1', tick('家里人知道', 7.4)]),
        ),
        foot: tail(sheet, '有事问，打这个电话'),
      },
    ],
  };
}

/** A4: what was handed over and came back. Only what it is, never a photo of it (workflows 2.2). */
export function handOver(sheet: MatterSheet): Sheet {
  const { matter } = sheet;
  const spare = Math.max(0, 8 - matter.papers.length);
  const rows = [...matter.papers, ...Array.from({ length: spare }, () => ' ')];
  const line = (name: string, count: string, given: string, back: string, bold = false): Block =>
    row(
      3,
      'middle',
      ['5', text(name, { size: 6.2, bold })],
      ['2', text(count, { size: 6.2, bold })],
      ['3', text(given, { size: 6.2, bold })],
      ['3', text(back, { size: 6.2, bold })],
    );
  return {
    size: 'A4',
    pages: [
      {
        body: stack(
          6,
          head('红芝麻', '材料交接单', 6),
          text('交了啥，还了啥', { size: 14, bold: true }),
          about(sheet, 6),
          stack(
            2.6,
            line('材料', '几份', '交的日子', '还的日子', true),
            rule('#211C18', 0.4),
            ...rows.flatMap((name) => [line(name, ' ', ' ', ' '), rule()]),
          ),
          signature('交的人', '接的人'),
          signature('还的人', '收的人'),
        ),
        foot: tail(sheet, '证件只交原件，不拍照。打这个电话问'),
      },
    ],
  };
}

/** A5: finished, in words, with the resident's own answer to be ticked; no answer is preset (workflows 2.4). */
export function receipt(sheet: MatterSheet): Sheet {
  return {
    size: 'A5',
    pages: [
      {
        body: stack(
          4,
          head('红芝麻', '办结回执', 5),
          text('这件事的结果', { size: 11, bold: true }),
          stack(2.4, about(sheet, 5.2), fact('结果', sheet.matter.done, 5.2, LABEL)),
          box(
            { pad: 4, stroke: EDGE, radius: [3, 3] },
            stack(
              3,
              text('您说了算', { size: 6, bold: true }),
              row(4, 'top', ['1', tick('办好了', 6)], ['1', tick('没解决', 6)], ['1', tick('换个人办', 6)]),
              text('没说之前，不算办好。', { size: 4.6, color: INK_2 }),
            ),
          ),
          signature('签字', '哪天'),
        ),
        foot: tail(sheet, '没解决，打这个电话，接着办'),
      },
    ],
  };
}
