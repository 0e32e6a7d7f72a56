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

export function formOf(view: ServiceItemView): KeepForm {
  const { category, title, forWhom, asks, takes, otherWays } = view;
  return { category, title, forWhom, asks: asks.join('\n'), takes, otherWays };
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
