import { OPERATOR } from '../../../config/operator';
import type { PaperSheet } from '../../../contract/paper';
import { known } from '../../../lib/text';
import {
  ALARM,
  type Block,
  blank,
  blanks,
  box,
  EDGE,
  INK_2,
  picture,
  RED,
  row,
  rule,
  space,
  stack,
  step,
  TINT,
  text,
  tick,
  WHITE,
} from '../engine/blocks';
import type { Sheet } from '../engine/layout';
import { codeWithText, foot, head, phoneOf, returnCorner, venueTitle } from './parts';

type SlipSheet = PaperSheet & { kind: 'wish' | 'complaint' };
type CardSheet = PaperSheet & { kind: 'card' };

const WISHES = ['看病拿药', '修修补补', '理个发', '有人说说话', '买点东西', '别的'] as const;

/** A5 wish slip, torn off: filled in by hand, dropped in the box, typed in by the desk with its code. */
export function wishSlip(sheet: SlipSheet): Sheet {
  const ticks = [0, 3].map((from) =>
    row(3, 'top', ...WISHES.slice(from, from + 3).map((word) => ['1', tick(word, 5.2)] as const)),
  );
  return {
    size: 'A5',
    pages: [
      {
        body: stack(
          4,
          // The code stands on the part that goes into the box: whoever enters it scans it there.
          row(
            4,
            'top',
            [
              '1',
              stack(
                3,
                head('红芝麻', '心愿单', 5),
                text('心里有个小愿望', { size: 10.5, bold: true }),
                text(venueTitle(sheet.venue), { size: 5.2, color: INK_2 }),
              ),
            ],
            [32, returnCorner(sheet, 22)],
          ),
          text('不花钱。写不了的，请旁边的人帮着写。', { size: 5.2, color: INK_2 }),
          stack(2.6, ...ticks),
          stack(0, text('想办的事', { size: 5.6, bold: true }), blanks(3, 10)),
          row(5, 'bottom', ['1', blank('怎么称呼', 5.4)], ['1', blank('哪个社区', 5.4)]),
          row(5, 'bottom', ['1', blank('几号楼', 5.4)], ['1', blank('电话', 5.4)]),
          blank('啥时候家里有人', 5.4),
          stack(
            2,
            tick('愿意让志愿者知道我怎么称呼、住哪片', 4.8),
            text('门牌和电话只给来办事的人看，不上墙。', { size: 4.4, color: INK_2 }),
          ),
        ),
        foot: stack(
          3,
          rule(EDGE, 0.4, true),
          stack(
            1.6,
            text('撕下自己留着。上半张放心愿箱，或交给社区、网格员。', {
              size: 4.4,
              color: INK_2,
            }),
            row(
              4,
              'bottom',
              [38, text('问办到哪了', { size: 5.6, bold: true })],
              ['1', text(phoneOf(sheet), { size: 9, bold: true, align: 'right' })],
            ),
            foot(sheet, 3),
          ),
        ),
      },
    ],
  };
}

/** A5: what was not right, also without a name (G7). */
export function complaintCard(sheet: SlipSheet): Sheet {
  return {
    size: 'A5',
    pages: [
      {
        body: stack(
          4.6,
          head('红芝麻', '意见卡', 5),
          stack(
            1.6,
            text('哪儿没办好，您说', { size: 11, bold: true }),
            text('不留名也行。留个电话，我们给您回话。', { size: 5.4, color: INK_2 }),
          ),
          stack(0, text('啥事、哪天、在哪', { size: 5.6, bold: true }), blanks(5, 11)),
          blank('怎么称呼（可不写）', 5.4),
          blank('电话（可不写）', 5.4),
          tick('想换个人办', 5.4),
        ),
        foot: stack(
          3.4,
          row(
            4,
            'middle',
            [32, codeWithText(sheet.code, 28, 3.8)],
            [
              '1',
              stack(
                1.2,
                text('放进意见箱，或打这个电话', { size: 5 }),
                text(phoneOf(sheet), { size: 8, bold: true }),
                text('也能在小程序里说：我的、投诉建议。', { size: 4.4, color: INK_2 }),
              ),
            ],
          ),
          foot(sheet, 3),
        ),
      },
    ],
  };
}

/** A6, two sides, for the inside of the door. The name and the door of the home are not on it. */
export function householdCard(sheet: CardSheet): Sheet {
  return { size: 'A6', pages: [cardFront(sheet), cardBack(sheet)] };
}

function cardFront(sheet: CardSheet): { body: Block; foot: Block } {
  const face = box(
    { pad: 2, fill: '#EEE7DA', radius: [2, 2], height: 17 },
    text('照片', { size: 4, color: INK_2, align: 'center' }),
  );
  return {
    body: stack(
      5,
      head('红芝麻户卡', '贴在门后', 5),
      text('有事，找我们', { size: 9.4, bold: true }),
      box(
        { pad: 3.6, fill: TINT, radius: [3.4, 3.4] },
        stack(
          0.8,
          text(`打电话（几点有人接：${known(sheet.counter.hours)}）`, { size: 4.6, color: INK_2 }),
          text(phoneOf(sheet), { size: 9.4, bold: true, color: RED }),
        ),
      ),
      row(
        5,
        'middle',
        [38, picture(sheet.code?.picture ?? null, 38)],
        [
          '1',
          stack(
            1.4,
            text('微信扫一扫', { size: 6, bold: true }),
            text('网格员来了扫它\n不用您再说一遍', { size: 5, color: INK_2 }),
          ),
        ],
      ),
    ),
    foot: stack(
      4,
      rule(),
      row(
        4,
        'middle',
        [15, face],
        [
          '1',
          stack(
            1,
            text(`${known(sheet.worker?.name)} 网格员`, { size: 6, bold: true }),
            text('您家这片的事，碰上说一声就行', { size: 4.4, color: INK_2 }),
          ),
        ],
      ),
    ),
  };
}

function cardBack(sheet: CardSheet): { body: Block; foot: Block } {
  const digit = box(
    { pad: 2, stroke: EDGE, dashed: true, height: 15, radius: [2.4, 2.4] },
    text('?', { size: 8, bold: true, color: INK_2, align: 'center' }),
  );
  return {
    body: stack(
      5,
      text('有人敲门，先对码', { size: 9.4, bold: true }),
      row(3, 'middle', ['1', digit], ['1', digit], ['1', digit], ['1', digit]),
      stack(
        3.2,
        step(1, '来人先报四个数', 6),
        step(2, '看手机，或看上门条', 6),
        step(3, '四个数一样，再开门', 6),
      ),
      box(
        { pad: 4, fill: ALARM, radius: [3, 3] },
        stack(
          1,
          text('对不上，别开门', { size: 6.2, bold: true, color: WHITE }),
          text('打社区电话，或打 96110 反诈', { size: 5.1, color: WHITE }),
        ),
      ),
    ),
    foot: stack(
      2.6,
      rule(),
      row(
        2,
        'top',
        ['1', text('急病 120', { size: 5.4, bold: true })],
        ['1', text('着火 119', { size: 5.4, bold: true, align: 'center' })],
        ['1', text('报警 110', { size: 5.4, bold: true, align: 'right' })],
      ),
      space(0.4),
      text(
        `卡丢了打个电话，旧卡就不好使了。\n卡号 ${sheet.code?.text ?? ''}${sheet.sample ? '（样例）' : ''}　主办：${known(OPERATOR.organisation)}`,
        {
          size: 4,
          color: INK_2,
        },
      ),
    ),
  };
}
