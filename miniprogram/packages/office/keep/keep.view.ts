import type { ServiceItemInput, ServiceItemView } from '../../../contract/catalogue';
import { LIMITS } from '../../../contract/limits';
import { SERVICE_CATEGORIES, type ServiceCategory } from '../../../contract/words';
import { type Begun, clashIn } from '../../../lib/begun';

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

export const NOTHING_KEPT: Begun<KeepForm> = { form: NEW_ITEM, from: NEW_ITEM };

const LABELS: Readonly<Record<keyof KeepForm, string>> = {
  category: '哪一类',
  title: '叫啥',
  forWhom: '给谁办',
  asks: '会问啥',
  takes: '得多久',
  otherWays: '不用手机怎么办',
};

/** What a colleague has written otherwise meanwhile, as the page shows it. */
export function clashOf(begun: Begun<KeepForm>, now: KeepForm): { wrong: string; trouble: string } | null {
  const clash = clashIn(begun, now, LABELS, (field, value) =>
    field === 'category' ? categoryWord(value) : value.split('\n').join('、'),
  );
  return clash && { wrong: clash.field, trouble: clash.says };
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
