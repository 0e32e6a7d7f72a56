import type { ComplaintCommand, ComplaintView, ComplaintWord } from '../../../contract/complaint';
import { CHANNELS, COMPLAINT_SUBJECTS } from '../../../contract/words';
import { COMPLAINT_STATES, spacedCode } from '../../../lib/complaint-line';
import type { Tone } from '../../../lib/labels';
import { day } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';

export type Step = ComplaintCommand | ComplaintWord;

/** The word on each button, and what is asked first, '' for nothing. */
export const STEPS: Readonly<Record<Step, { word: string; asks: string; required: boolean }>> = {
  take_up: { word: '我来看', asks: '', required: false },
  answer: { word: '回话', asks: '怎么回他。查到啥、改了啥，用大白话', required: true },
  pass_up: { word: '转给监督', asks: '为啥不该我们回', required: true },
  enough: { word: '听到了', asks: '', required: false },
  press: { word: '这样还不行', asks: '哪儿还不行（可以不说）', required: false },
  take_back: { word: '收回这条', asks: '', required: false },
};

/** The natural next step first: the first that is open is the red button. */
const ORDER: readonly Step[] = ['answer', 'take_up', 'enough', 'press', 'pass_up', 'take_back'];

export interface ComplaintLook {
  subject: string;
  word: string;
  tone: Tone;
  words: string;
  note: string;
  answer: string;
  promise: string;
  code: string;
  /** Over the history, for a desk: the sentences were written to whoever said it. */
  told: string;
  main: Step | '';
  mainWord: string;
  others: { step: Step; word: string }[];
  history: TimelineLine[];
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function complaintLook(view: ComplaintView, now: number): ComplaintLook {
  // What cannot be undone is never the red one.
  const steps = ORDER.filter((step) => view.next.includes(step));
  const main = steps.find((step) => step !== 'take_back' && step !== 'press') ?? '';
  return {
    subject: COMPLAINT_SUBJECTS[view.subject],
    ...COMPLAINT_STATES[view.state],
    words: view.words,
    note: `${CHANNELS[view.channel]}${view.anonymous ? '，没留名' : ''}`,
    answer: view.answer,
    promise:
      view.promisedFor === null
        ? ''
        : view.late
          ? '过了说好的日子，正在催'
          : `${day(view.promisedFor, now)}前给回话`,
    code: view.code === '' ? '' : spacedCode(view.code),
    told: view.code === '' ? '他那边看到的' : '',
    main,
    mainWord: main === '' ? '' : STEPS[main].word,
    others: steps.filter((step) => step !== main).map((step) => ({ step, word: STEPS[step].word })),
    history: timeline(view.history, now),
    sample: view.sample,
  };
}
