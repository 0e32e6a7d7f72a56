import { LIMITS } from '../../../contract/limits';
import {
  CLASSROOM_BRANDS,
  COURSE_TOPICS,
  type ContentKind,
  DELIVERY_STYLES,
  FACULTY_BATCHES,
  FACULTY_SOURCES,
  LEARNER_GROUPS,
  METHODS,
  PROGRAMS,
  RESOURCE_THEMES,
  SESSION_FORMS,
  TRACKS,
} from '../../../contract/words';
import { pickedDay } from '../../../lib/time';

/** The forms of a course (S39–S42, S54–S58), a recorded lesson (S50) and a rule (S27) as data. */

/** What somebody has typed and chosen: chosen values as a list, also where it is one. */
export interface Form {
  words: Record<string, string>;
  chosen: Record<string, string[]>;
}
export const BLANK: Form = { words: {}, chosen: {} };

export interface Field {
  key: string;
  title: string;
  is: 'text' | 'area' | 'number' | 'date' | 'one' | 'some';
  hint: string;
  most: number;
  /** Without it the form cannot be handed in. */
  must: boolean;
  options: readonly { value: string; word: string }[];
}

type Words = Readonly<Record<string, string>>;
const options = (words: Words) => Object.entries(words).map(([value, word]) => ({ value, word }));
const typed = (
  key: string,
  title: string,
  is: 'text' | 'area' | 'number' | 'date',
  most: number,
  hint = '',
): Field => ({
  key,
  title,
  is,
  hint,
  most,
  must: true,
  options: [],
});
const chosen = (key: string, title: string, is: 'one' | 'some', words: Words, must = false): Field => ({
  key,
  title,
  is,
  hint: must ? '' : '可以先不选',
  most: 0,
  must,
  options: options(words),
});

const COURSE: readonly Field[] = [
  typed('title', '叫啥', 'text', LIMITS.title, '一听就懂的名字'),
  typed('summary', '讲啥', 'area', LIMITS.note, '两三句大白话'),
  chosen('track', '三位一体', 'one', TRACKS, true),
  chosen('methods', '教学方式', 'some', METHODS, true),
  chosen('groups', '给谁', 'some', LEARNER_GROUPS),
  chosen('program', '哪个班', 'one', PROGRAMS, true),
  chosen('brand', '三课堂', 'one', CLASSROOM_BRANDS),
  chosen('topics', '讲的是哪样', 'some', COURSE_TOPICS),
  chosen('form', '课堂+现场', 'one', SESSION_FORMS),
  chosen('delivery', '讲法', 'one', DELIVERY_STYLES),
  chosen('themes', '资源库', 'some', RESOURCE_THEMES),
  typed('minutes', '多少分钟', 'number', 3),
  { ...typed('minimum', '几人就开', 'number', 3, '空着就照平常'), must: false },
  chosen('batch', '讲师哪一批', 'one', FACULTY_BATCHES, true),
];
const TEACHER_NAME: Field = {
  ...typed('name', '讲师怎么称呼', 'text', LIMITS.name, '本人没应下来就空着'),
  must: false,
};

const RECORDED: readonly Field[] = [
  typed('title', '叫啥', 'text', LIMITS.title, '一听就懂的名字'),
  typed('summary', '讲啥', 'area', LIMITS.note, '两三句大白话'),
  chosen('track', '三位一体', 'one', TRACKS, true),
  chosen('theme', '资源库', 'one', RESOURCE_THEMES),
  { ...typed('minutes', '多少分钟', 'number', 3, '还没录就空着'), must: false },
];

const POLICY: readonly Field[] = [
  typed('text', '条文', 'area', LIMITS.policy, '照正式文本录'),
  typed('effectiveOn', '哪天起用', 'date', 10),
];

/** The fields in their order; the sources follow the chosen batch (S34–S36). */
export function fieldsOf(kind: ContentKind, form: Form, courses: Words): Field[] {
  if (kind === 'policy') return [...POLICY];
  if (kind === 'recorded') return [...RECORDED, chosen('courseId', '线下在哪门课里聊', 'one', courses)];
  const batch = form.chosen['batch']?.[0];
  const sources = isBatch(batch) ? FACULTY_SOURCES[batch] : [];
  const source = chosen(
    'source',
    '从哪来',
    'one',
    Object.fromEntries(sources.map((one) => [one, one])),
    true,
  );
  return [...COURSE, ...(sources.length > 0 ? [source] : []), TEACHER_NAME];
}

const isBatch = (value: string | undefined): value is keyof typeof FACULTY_BATCHES =>
  value !== undefined && value in FACULTY_BATCHES;

export interface FieldLook extends Field {
  value: string;
  /** A chosen day in words; '' for anything else. */
  dayWord: string;
  chips: { value: string; word: string; on: boolean }[];
}

export function fieldLooks(fields: readonly Field[], form: Form): FieldLook[] {
  return fields.map((field) => ({
    ...field,
    value: form.words[field.key] ?? '',
    dayWord: field.is === 'date' ? pickedDay(form.words[field.key] ?? '') : '',
    chips: field.options.map((option) => ({
      ...option,
      on: form.chosen[field.key]?.includes(option.value) === true,
    })),
  }));
}

/** Tapping a chosen one takes it back; one of a kind replaces the other. */
export function picked(form: Form, field: Pick<Field, 'key' | 'is'>, value: string): Form {
  const before = form.chosen[field.key] ?? [];
  const on = before.includes(value);
  const others = field.is === 'one' ? [] : before.filter((one) => one !== value);
  const after = { ...form.chosen, [field.key]: on ? others : [...others, value] };
  // A source belongs to its batch.
  if (field.key === 'batch') delete after['source'];
  return { ...form, chosen: after };
}
