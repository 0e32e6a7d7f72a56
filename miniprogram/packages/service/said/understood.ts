import type { Category, RequestKind } from '../../../contract/words';
import { kindOfCategory, sorted } from '../../../lib/say/classify';
import type { Said } from './said';

/** What the sentence is taken for, before anybody has chosen. */
export interface Understood {
  kind: RequestKind | '';
  category: Category | '';
  /** Read out of the words; the page says so and lets it be changed. */
  guessed: boolean;
  /** The one either-or, when two are near to each other. */
  between: Category[];
}

type Words = Pick<Said, 'text' | 'kind' | 'kindGiven' | 'category'>;

/** Nobody has to know which door is right: the way in, else the person's own choice, else the words (workflows 10.1). */
export function understood({ text, kind, kindGiven, category }: Words): Understood {
  const chosen = { kind, category, guessed: false, between: [] };
  if (kindGiven || text.trim() === '') return chosen;
  const { verdict, readings } = sorted(text);
  const [first, second] = readings.map((reading) => reading.category);
  if (first === undefined || second === undefined) return chosen;
  if (kind === '' && verdict === 'sure')
    return { kind: kindOfCategory(first), category: first, guessed: true, between: [] };
  const between = verdict === 'ask' ? [first, second] : [];
  const answers = category === '' ? kind === '' : between.includes(category);
  return answers ? { ...chosen, between } : chosen;
}
