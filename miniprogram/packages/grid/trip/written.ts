import type { QueuedItem } from '../../../api/queue-item';
import type { InputOf } from '../../../contract/actions';

/** What is said at a door, in a form that is kept on the phone. Pure. */

export type Recorded = InputOf<'trip.record'>;

/** What is asked for at a door, in a grid worker's words. */
export const NEEDS = [
  { value: '', title: '没啥要办的' },
  { value: 'errand', title: '有事要代办' },
  { value: 'wish', title: '有个小心愿' },
  { value: 'grid', title: '楼里有毛病' },
];

/** Most said at a door, to be tapped. */
export const OFTEN = ['都挺好', '天冷，叮嘱了用电用火', '唠了唠家常'] as const;

export interface Written {
  outcome: 'met' | 'nobody';
  said: string;
  need: string;
  needText: string;
  /** How they want to be called, or the code of their card. */
  name: string;
  card: string;
  recording: { path: string; seconds: number } | null;
}
export const BLANK: Written = {
  outcome: 'met',
  said: '',
  need: '',
  needText: '',
  name: '',
  card: '',
  recording: null,
};

/** What is handed in; `null` with the word of what is missing. */
export function recordInput(
  written: Written,
  at: { id: string; stop: string; door: string },
): { input: Recorded } | { missing: string } {
  const { outcome, said, need, needText, name, card, recording } = written;
  const kind = need === 'errand' || need === 'wish' || need === 'grid' ? need : null;
  const wants = outcome === 'met' && kind !== null;
  if (wants && needText.trim() === '' && recording === null)
    return { missing: '说一声要办啥，打字或者录一段' };
  const home = card.trim() !== '' ? ({ by: 'card', code: card.trim() } as const) : null;
  return {
    input: {
      ...at,
      outcome,
      said: said.trim(),
      audio: null,
      household: home ?? (name.trim() === '' ? null : { by: 'name', name: name.trim() }),
      need: wants ? { kind, text: needText.trim() } : null,
    },
  };
}

/** What was handed in, back in the form; `null` for anything but a door. */
export function writtenAgain(item: QueuedItem): { stop: string; door: string; written: Written } | null {
  if (item.name !== 'trip.record') return null;
  // `post` accepted this input for this very name.
  const { stop, door, outcome, said, household, need } = item.input as Recorded;
  return {
    stop,
    door,
    written: {
      outcome,
      said,
      need: need?.kind ?? '',
      needText: need?.text ?? '',
      name: household?.by === 'name' ? household.name : '',
      card: household?.by === 'card' ? household.code : '',
      recording: item.recording,
    },
  };
}
