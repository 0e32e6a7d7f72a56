import type { ComplaintCard, ComplaintState } from '../contract/complaint';
import { COMPLAINT_SUBJECTS } from '../contract/words';
import type { Tone } from './labels';
import { clip, unbroken } from './text';
import { day } from './time';

export const COMPLAINT_STATES: Readonly<Record<ComplaintState, { word: string; tone: Tone }>> = {
  received: { word: '收到了', tone: 'frost' },
  taken_up: { word: '在看', tone: 'pine' },
  escalated: { word: '监督在办', tone: 'millet' },
  answered: { word: '回话了', tone: 'red' },
  closed: { word: '说完了', tone: 'plain' },
  withdrawn: { word: '收回了', tone: 'plain' },
};

export interface ComplaintLine {
  id: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function complaintLine(card: ComplaintCard, now: number): ComplaintLine {
  const due =
    card.promisedFor === null
      ? ''
      : card.late
        ? '，过了日子'
        : `，${unbroken(`${day(card.promisedFor, now)}前回话`)}`;
  return {
    id: card.id,
    title: card.words === '' ? '说过的一句话' : clip(card.words, 18),
    sub: `${COMPLAINT_SUBJECTS[card.subject]}${due}`,
    ...COMPLAINT_STATES[card.state],
    sample: card.sample,
  };
}

/** Read aloud in two halves of four. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
