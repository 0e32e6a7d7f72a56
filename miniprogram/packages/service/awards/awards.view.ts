import type { AwardCard } from '../../../contract/award';
import { AWARD_KINDS, GRID_TOPICS } from '../../../contract/words';
import { day } from '../../../lib/time';

export interface AwardLine {
  id: string;
  name: string;
  kind: string;
  fields: string[];
  story: string;
  /** 公示到 11月30日, '' when it is over. */
  until: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function awardLine(card: AwardCard, now: number): AwardLine {
  const kind = AWARD_KINDS[card.kind];
  return {
    id: card.id,
    name: card.name,
    kind,
    fields: card.fields.map((field) => GRID_TOPICS[field]),
    story: card.story,
    until: card.state === 'publicity' ? `公示到${day(card.until, now)}` : '',
    sample: card.sample,
  };
}

/** A nomination as it is written. */
export interface NominationForm {
  kind: string;
  name: string;
  words: string;
  fields: string[];
}

export const EMPTY: NominationForm = { kind: '', name: '', words: '', fields: [] };
export const KINDS = Object.entries(AWARD_KINDS).map(([value, title]) => ({ value, title }));

/** The fields as chips, chosen ones marked. */
export function fieldChips(chosen: readonly string[]) {
  return Object.entries(GRID_TOPICS).map(([value, word]) => ({ value, word, on: chosen.includes(value) }));
}

/** What is still missing, as its field; '' when nothing is. */
export function missing(form: NominationForm): '' | 'kind' | 'name' | 'words' {
  if (form.kind === '') return 'kind';
  if (form.name.trim() === '') return 'name';
  return form.words.trim() === '' ? 'words' : '';
}
