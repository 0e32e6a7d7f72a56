import type { DangerCard } from '../../../contract/danger';
import { DANGER_KINDS } from '../../../contract/words';
import { quoted } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export interface DangerLine {
  id: string;
  /** 急病、摔伤：“胸口疼” */
  title: string;
  /** Who and when, in words. */
  sub: string;
  hasPhone: boolean;
  /** 样例受理员 打过了：人没事; '' while nobody has rung. */
  called: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function dangerLine(card: DangerCard, now: number): DangerLine {
  const who = card.who === '' ? '没留称呼' : card.who;
  const late = card.late ? '，当时没网，才传上来' : '';
  const where = card.anywhere ? '，不知道哪个社区' : '';
  const { called } = card;
  return {
    id: card.id,
    title: `${DANGER_KINDS[card.kind]}：${quoted(card.word)}`,
    sub: `${who}，${dayTime(card.at, now)} 说的${late}${where}`,
    hasPhone: card.hasPhone,
    called:
      called === null
        ? ''
        : `${called.by}${dayTime(called.at, now)} 打过了${called.note === '' ? '' : `：${called.note}`}`,
    sample: card.sample,
  };
}
