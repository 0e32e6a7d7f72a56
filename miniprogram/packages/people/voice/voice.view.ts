import { COMPLAINT_SUBJECTS, type ComplaintSubject } from '../../../contract/words';

/** What is said, before it is handed in. */
export interface VoiceForm {
  subject: string;
  words: string;
  anonymous: boolean;
  /** Staff enter for somebody: how it came. */
  channel: string;
}

export const NOTHING_VOICED: VoiceForm = { subject: '', words: '', anonymous: false, channel: '' };

const TEXTS: Readonly<Record<ComplaintSubject, string>> = {
  service: '上门的、跑腿的、答应了没来的',
  desk: '直接给监督看，社区看不到',
  class: '讲课的、教学点的',
  app: '哪儿看不懂、点不动',
  idea: '添点啥、改点啥',
};

export const SUBJECTS = Object.entries(COMPLAINT_SUBJECTS).map(([value, title]) => ({
  value,
  title,
  // The keys of a closed list of words are its values.
  text: TEXTS[value as ComplaintSubject],
}));

export const WAYS = [
  { value: 'phone', word: '电话打来的' },
  { value: 'counter', word: '窗口说的' },
  { value: 'paper', word: '意见卡上写的' },
] as const;
export type Way = (typeof WAYS)[number]['value'];

/** The field that is missing, '' when nothing is. */
export function missingIn(form: VoiceForm, entering: boolean): '' | 'subject' | 'words' | 'channel' {
  if (entering && form.channel === '') return 'channel';
  if (form.subject === '') return 'subject';
  return form.words.trim() === '' ? 'words' : '';
}
