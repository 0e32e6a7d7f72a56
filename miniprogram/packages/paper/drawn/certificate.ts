import type { CertificateView } from '../../../contract/activity';
import { ACTIVITY_KINDS } from '../../../contract/words';
import { length, teamWord } from '../../../lib/activity-line';
import { known } from '../../../lib/text';
import { calendarDay, clock } from '../../../lib/time';
import { box, INK_2, RED, row, seed, space, stack, text } from '../engine/blocks';
import type { Sheet } from '../engine/layout';
import { foot } from './parts';

/** A4 (workflows 2.7): who, what, how long, by whom, number and date; room for the stamp. */
export function certificate(view: CertificateView): Sheet {
  const from = `${calendarDay(view.startsAt)} ${clock(view.startsAt)}至${clock(view.endsAt)}`;
  const words = `　　${known(view.name)}于${from}，参加${teamWord(view.team)}组织的${ACTIVITY_KINDS[view.kind]}活动《${view.title}》，服务时长 ${length(view.minutes)}。`;
  return {
    size: 'A4',
    pages: [
      {
        body: stack(
          10,
          space(14),
          row(0, 'middle', ['1', space(1)], [22, seed(22, true)], ['1', space(1)]),
          stack(
            4,
            text('志愿服务证明', { size: 17, bold: true, align: 'center' }),
            text(`编号 ${view.no}`, { size: 5.4, color: INK_2, align: 'center' }),
          ),
          space(2),
          text(words, { size: 8.4 }),
          text('　　无偿服务，由组织活动的服务队记录并认定。', { size: 7 }),
          space(6),
          row(
            8,
            'bottom',
            [
              64,
              box(
                { pad: 4, height: 44, stroke: RED, dashed: true, radius: [22, 22] },
                text('盖章处', { size: 6, color: INK_2, align: 'center' }),
              ),
            ],
            [
              '1',
              stack(
                3,
                text(`出具单位：${known(view.issuer)}`, { size: 7, align: 'right' }),
                text(calendarDay(view.certifiedAt), { size: 7, align: 'right' }),
              ),
            ],
          ),
        ),
        foot: stack(
          3,
          text('谁组织、谁记录、谁证明。有疑问，凭编号问出具单位。', { size: 4.8, color: INK_2 }),
          foot({ at: view.certifiedAt, sample: view.sample }, 3.8),
        ),
      },
    ],
  };
}
