import type { ServiceItemView } from '../../../contract/catalogue';
import { CATEGORY_CARES, CHILD_AGES, SERVICE_CATEGORIES } from '../../../contract/words';

export interface ItemLook {
  id: string;
  title: string;
  category: string;
  forWhom: string;
  asks: string[];
  takes: string;
  otherWays: string;
  /** What has to be known before it is asked for, '' for nothing. */
  care: string;
  careText: string;
  guardian: boolean;
  sample: boolean;
  withdrawn: boolean;
  keeps: boolean;
  canConfirm: boolean;
}

const CARE_TEXTS = {
  clinic: '我们只替您约、替您跑。看病、用药听医生的；病情跟医生说，这儿不用写。',
  child: '只留小名、岁数段和接送口令，不要照片。口令加密存着，接孩子的人，当天才看得到。',
} as const;

export function itemLook(view: ServiceItemView): ItemLook {
  return {
    id: view.id,
    title: view.title,
    category: SERVICE_CATEGORIES[view.category],
    forWhom: view.forWhom,
    asks: view.asks,
    takes: view.takes,
    otherWays: view.otherWays,
    care: view.care === null ? '' : CATEGORY_CARES[view.care],
    careText: view.care === null ? '' : CARE_TEXTS[view.care],
    guardian: view.care === 'child',
    sample: view.sample,
    withdrawn: view.withdrawn,
    keeps: view.keeps,
    canConfirm: view.keeps && (view.sample || view.confirmedAt === null),
  };
}

export interface ChildForm {
  nickname: string;
  age: string;
  pickUp: string;
}
export const NO_CHILD: ChildForm = { nickname: '', age: '', pickUp: '' };
export const AGES = Object.entries(CHILD_AGES).map(([value, word]) => ({ value, word }));

/** The field that is missing, '' when nothing is. */
export function missingOf(form: ChildForm): '' | keyof ChildForm {
  if (form.nickname.trim() === '') return 'nickname';
  if (form.age === '') return 'age';
  return form.pickUp.trim() === '' ? 'pickUp' : '';
}
