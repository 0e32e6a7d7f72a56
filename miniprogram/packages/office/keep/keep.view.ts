import type { ServiceItemInput, ServiceItemView } from '../../../contract/catalogue';
import { LIMITS } from '../../../contract/limits';
import { SERVICE_CATEGORIES, type ServiceCategory } from '../../../contract/words';

/** An item as it is written. */
export interface KeepForm {
  category: string;
  title: string;
  forWhom: string;
  /** One thing a line. */
  asks: string;
  takes: string;
  otherWays: string;
}

export const NEW_ITEM: KeepForm = {
  category: '',
  title: '',
  forWhom: '',
  asks: '',
  takes: '',
  otherWays: '打社区座机说一声，或者到社区窗口',
};

/** What is being written, and what stood there when it was begun. */
export interface Kept {
  form: KeepForm;
  from: KeepForm;
}
export const NOTHING_KEPT: Kept = { form: NEW_ITEM, from: NEW_ITEM };

// The keys of what names them all.
const FIELDS = Object.keys(NEW_ITEM) as (keyof KeepForm)[];

/** Onto what stands there now: what was written here stays, the rest is as somebody else may have left it. */
export function ontoNow({ form, from }: Kept, now: KeepForm): KeepForm {
  const mine = FIELDS.filter((field) => form[field] !== from[field]);
  return { ...now, ...Object.fromEntries(mine.map((field) => [field, form[field]])) };
}

const LABELS: Readonly<Record<keyof KeepForm, string>> = {
  category: '哪一类',
  title: '叫啥',
  forWhom: '给谁办',
  asks: '会问啥',
  takes: '得多久',
  otherWays: '不用手机怎么办',
};

/** The first that two have written differently, and what the other wrote; `null` for none. */
export function clashIn(
  { form, from }: Kept,
  now: KeepForm,
): { wrong: keyof KeepForm; trouble: string } | null {
  const field = FIELDS.find(
    (name) => form[name] !== from[name] && now[name] !== from[name] && now[name] !== form[name],
  );
  if (field === undefined) return null;
  const theirs = field === 'category' ? categoryWord(now.category) : now[field].split('\n').join('、');
  const word = theirs === '' ? `把“${LABELS[field]}”空着了` : `把“${LABELS[field]}”写成了“${theirs}”`;
  return { wrong: field, trouble: `有人${word}。这儿留着您写的，看一眼再存` };
}

export function formOf(view: ServiceItemView): KeepForm {
  const { category, title, forWhom, asks, takes, otherWays } = view;
  return { category, title, forWhom, asks: asks.join('\n'), takes, otherWays };
}

function categoryWord(category: string): string {
  return categoriesOf('').find(({ value }) => value === category)?.word ?? '';
}

export function categoriesOf(chosen: string): { value: string; word: string; on: boolean }[] {
  return Object.entries(SERVICE_CATEGORIES).map(([value, word]) => ({ value, word, on: value === chosen }));
}

const ASKED = ['category', 'title', 'forWhom', 'takes', 'otherWays'] as const;

export function missingIn(form: KeepForm): '' | (typeof ASKED)[number] {
  return ASKED.find((field) => form[field].trim() === '') ?? '';
}

export function inputOf(form: KeepForm): ServiceItemInput {
  return {
    // Chosen from the closed list.
    category: form.category as ServiceCategory,
    title: form.title.trim(),
    forWhom: form.forWhom.trim(),
    asks: form.asks
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, LIMITS.listItems),
    takes: form.takes.trim(),
    otherWays: form.otherWays.trim(),
  };
}
