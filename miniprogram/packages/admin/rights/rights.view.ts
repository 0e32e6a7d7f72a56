import type { Consent, ExportView } from '../../../contract/my-data';
import type { PhonedField, PhonedRight, PhonedRightView } from '../../../contract/rights';
import { CONSENTS } from '../../../contract/words';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

type Right = PhonedRight['right'];

const RIGHTS: Readonly<Record<Right, string>> = {
  copy: '要一份自己的数据',
  correct: '改一样',
  withdraw: '撤一样同意',
  erase: '注销',
  keep: '不注销了',
};

const FIELDS: Readonly<Record<PhonedField, string>> = {
  name: '称呼',
  phone: '电话',
  building: '小区和楼栋',
  door: '门牌',
};

/** What is being taken down. */
export interface Form {
  right: Right | '';
  field: PhonedField | '';
  value: string;
  consent: Consent | '';
}
export const BLANK: Form = { right: '', field: '', value: '', consent: '' };

export interface Chip {
  value: string;
  word: string;
  on: boolean;
}

const chips = (words: Readonly<Record<string, string>>, chosen: string): Chip[] =>
  Object.entries(words).map(([value, word]) => ({ value, word, on: value === chosen }));

export interface FormLook {
  rights: Chip[];
  fields: Chip[];
  consents: Chip[];
  /** What still has to be said, '' when it can be taken down. */
  missing: string;
}

export function formLook(form: Form): FormLook {
  const { right, field, consent } = form;
  const asked = askedOf(form);
  return {
    missing: typeof asked === 'string' ? asked : '',
    rights: chips(RIGHTS, right),
    fields: right === 'correct' ? chips(FIELDS, field) : [],
    consents: right === 'withdraw' ? chips(CONSENTS, consent) : [],
  };
}

/** What goes up, or the sentence that says what is missing. */
export function askedOf({ right, field, value, consent }: Form): PhonedRight | string {
  switch (right) {
    case '':
      return '他要办哪样，点一个';
    case 'correct':
      if (field === '') return '改哪样，点一个';
      if (field === 'name' && value.trim() === '') return '改成啥，写上';
      return { right, field, value: value.trim() };
    case 'withdraw':
      return consent === '' ? '撤哪样，点一个' : { right, consent };
    default:
      return { right };
  }
}

export interface WaitingLine {
  id: string;
  title: string;
  what: string;
  text: string;
  /** What becomes of matters under way, '' for nothing. */
  open: string;
  sample: boolean;
  mine: boolean;
}

export function waitingLine(view: PhonedRightView, now: number): WaitingLine {
  const { personId, name, sample, community, right, field, consent, by, at, mine, openRequests } = view;
  const which = field !== '' ? FIELDS[field] : consent === '' ? '' : CONSENTS[consent];
  return {
    id: personId,
    title: name === '' ? '没留称呼' : name,
    what: which === '' ? RIGHTS[right] : `${RIGHTS[right]}：${which}`,
    text: joined(community, `${dayTime(at, now)} ${mine ? '您' : by}记的`),
    open: openRequests === 0 ? '' : `还有 ${openRequests} 件事在办，注销了就没法告诉他办得咋样，先跟他说明白`,
    sample,
    mine,
  };
}

/** The copy as it is read out, title by title. */
export function copyLines(page: ExportView['page']): { title: string; text: string }[] {
  return page.map(({ title, lines }) => ({ title, text: lines.join('\n') }));
}
