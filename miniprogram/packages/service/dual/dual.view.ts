import type { DualLists, DualView } from '../../../contract/sesame';
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  DUAL_SKILLS,
  type DualSkill,
  SPARE_TIMES,
  type SpareTime,
} from '../../../contract/words';
import { type ActivityLine, activityLine } from '../../../lib/activity-line';

/** What is being said; lists of keys as they were tapped. */
export interface DualForm {
  unit: string;
  skills: string[];
  free: string[];
  likes: string[];
  /** False until something was changed: then what is stored is shown. */
  touched: boolean;
}

export const EMPTY: DualForm = { unit: '', skills: [], free: [], likes: [], touched: false };

type Group = 'skills' | 'free' | 'likes';
const GROUPS: readonly { key: Group; title: string; words: Readonly<Record<string, string>> }[] = [
  { key: 'skills', title: '会点啥', words: DUAL_SKILLS },
  { key: 'free', title: '啥时候有空', words: SPARE_TIMES },
  { key: 'likes', title: '愿意做啥（可以不选）', words: ACTIVITY_KINDS },
];

export function formOf(view: DualView, draft: DualForm): DualForm {
  return draft.touched ? draft : { ...view, touched: false };
}

/** Three questions as chips. */
export function questions(form: DualForm) {
  return GROUPS.map(({ key, title, words }) => ({
    key,
    title,
    chips: Object.entries(words).map(([value, word]) => ({ value, word, on: form[key].includes(value) })),
  }));
}

export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

export function ready(form: DualForm): boolean {
  return form.skills.length > 0 && form.free.length > 0;
}

export function inputOf(form: DualForm): Omit<DualView, 'here'> {
  return {
    unit: form.unit,
    // Chosen from the closed lists.
    skills: form.skills as DualSkill[],
    free: form.free as SpareTime[],
    likes: form.likes as ActivityKind[],
  };
}

export interface ListsLook {
  supply: { skill: string; free: string }[];
  demand: { id: string; text: string; sample: boolean }[];
  together: ActivityLine[];
}

/** @param now by the server's clock, epoch ms. */
export function listsLook(lists: Omit<DualLists, 'mine'>, now: number): ListsLook {
  return {
    supply: lists.supply.map(({ skill, free }) => ({
      skill: DUAL_SKILLS[skill],
      free: free.map((time) => SPARE_TIMES[time]).join('、'),
    })),
    demand: lists.demand.map(({ id, text, sample }) => ({ id, text, sample })),
    together: lists.together.map((card) => activityLine(card, now)),
  };
}

export const TABS = [
  { value: 'supply', word: '供给' },
  { value: 'demand', word: '需求' },
  { value: 'together', word: '共建' },
];
