import type { RequestView, Withheld } from '../../../../contract/service';

/** What was sent up with a matter, as the desk has it. */
export interface Sent {
  file: 'audio' | 'receipt';
  url: string;
  seconds: number;
  title: string;
  /** Who has it, or what the desk is asked. */
  says: string;
  /** WeChat said nothing: somebody at the desk looks and says. */
  asks: boolean;
  yes: string;
  no: string;
}

const AUDIO: Readonly<Record<Withheld, string>> = {
  unanswered: '微信一直没回话。您听一遍：来办的人能不能听？没定之前，只有本人和社区听得到。',
  risky: '微信没放行，只有本人和社区听得到。要紧的话您说给来办的人。',
  kept: '社区听过了，只留在社区。要紧的话您说给来办的人。',
};
const RECEIPT: Readonly<Record<Withheld, string>> = {
  unanswered: '微信一直没回话。您看一眼：只拍了小票，就能给人家看。没定之前，只有办的人和社区看得到。',
  risky: '微信没放行，人家看不到。',
  kept: '社区看过了，先不给人家看。办的人可以换一张。',
};

/** A recording that others hear needs no word here; a receipt is always shown. */
export function sentWith({ audio, receipt }: Pick<RequestView, 'audio' | 'receipt'>): Sent[] {
  const sent: Sent[] = [];
  if (audio?.withheld != null && audio.url !== null)
    sent.push({
      file: 'audio',
      url: audio.url,
      seconds: audio.seconds,
      title: '这段录音',
      says: AUDIO[audio.withheld],
      asks: audio.withheld === 'unanswered',
      yes: '来办的人能听',
      no: '只留在社区',
    });
  if (receipt?.url != null)
    sent.push({
      file: 'receipt',
      url: receipt.url,
      seconds: 0,
      title: '买东西的小票',
      says: receiptSays(receipt),
      asks: receipt.withheld === 'unanswered',
      yes: '人家能看',
      no: '先不给看',
    });
  return sent;
}

function receiptSays({ waiting, withheld }: NonNullable<RequestView['receipt']>): string {
  if (waiting) return '微信在看，过一会儿人家才看得到。';
  return withheld === null ? '人家和办的人都看得到。' : RECEIPT[withheld];
}
