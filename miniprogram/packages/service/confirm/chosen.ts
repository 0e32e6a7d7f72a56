import type { Category } from '../../../contract/words';
import { kindOfCategory } from '../../../lib/say/classify';
import { isForWhom, type Said } from '../said/said';

/** What a tap on 对一下 makes of the draft. Pure. */

const NO_KIND = { kind: '', category: '' } as const;

/** The same card again takes the answer back: the desk decides then. */
export const withKind = (now: Said['kind'] | '', value: Said['kind']): Partial<Said> => ({
  kind: value === now ? '' : value,
  category: '',
});

/** The same card again takes the answer back, here too. */
export const withCategory = (now: Category | '', value: Category): Partial<Said> =>
  value === now ? NO_KIND : { kind: kindOfCategory(value), category: value };

export const withTime = (now: string, word: string): Partial<Said> => ({ when: word === now ? '' : word });

/** @param chip what the chip carries: for whom, which elder of one's own, and what they are called */
export function withWhom(chip: {
  value?: string | undefined;
  person?: unknown;
  word?: unknown;
}): Partial<Said> {
  const { value, person, word } = chip;
  if (value === 'bound' || value === 'household')
    return { forWhom: value, personId: String(person), name: String(word) };
  return isForWhom(value) ? { forWhom: value, personId: '' } : {};
}

/** What the fields of a person may be called in the draft. */
const FIELDS = ['name', 'phone', 'building', 'door'] as const;

export function withField({ name, value }: { name: string; value: string }): Partial<Said> {
  const field = FIELDS.find((one) => one === name);
  return field === undefined ? {} : { [field]: value };
}
