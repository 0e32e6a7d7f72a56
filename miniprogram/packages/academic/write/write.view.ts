import type { ContentBody, CourseBody, RecordedBody } from '../../../contract/content';
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
  type Policy,
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

export function formOf(body: ContentBody): Form {
  const one = (value: string | null) => (value === null ? [] : [value]);
  switch (body.kind) {
    case 'policy':
      return { words: { text: body.text, effectiveOn: body.effectiveOn }, chosen: {} };
    case 'recorded':
      return {
        words: {
          title: body.title,
          summary: body.summary,
          minutes: body.minutes === null ? '' : String(body.minutes),
          fileId: body.fileId ?? '',
        },
        chosen: { track: [body.track], theme: one(body.theme), courseId: one(body.courseId) },
      };
    case 'course':
      return {
        words: {
          title: body.title,
          summary: body.summary,
          minutes: String(body.minutes),
          minimum: body.minimum === null ? '' : String(body.minimum),
          name: body.teacher.name ?? '',
        },
        chosen: {
          track: [body.track],
          methods: [...body.methods],
          groups: [...body.groups],
          program: [body.program],
          brand: one(body.brand),
          topics: [...body.topics],
          form: one(body.form),
          delivery: one(body.delivery),
          themes: [...body.themes],
          batch: [body.teacher.batch],
          source: [body.teacher.source],
        },
      };
  }
}

/** The first thing that is wanting, in words, or what can be sent. */
export function bodyOf(
  kind: ContentKind,
  policy: Policy,
  fields: readonly Field[],
  form: Form,
): string | ContentBody {
  const missing = fields.find(({ key, is, must }) =>
    must && (is === 'one' || is === 'some') ? !form.chosen[key]?.length : must && !form.words[key]?.trim(),
  );
  if (missing !== undefined) return `“${missing.title}”还没填`;
  const words = (key: string) => (form.words[key] ?? '').trim();
  const number = (key: string) => Number(words(key));
  const minutes = number('minutes');
  if (kind === 'policy') return { kind, policy, text: words('text'), effectiveOn: words('effectiveOn') };
  if (words('minutes') !== '' && !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 480))
    return '多少分钟，写 5 到 480 的数';
  if (kind === 'recorded') return recordedBody(words, minutes, form);
  const minimum = words('minimum') === '' ? null : number('minimum');
  if (minimum !== null && (!Number.isInteger(minimum) || minimum < 1 || minimum > LIMITS.capacity))
    return '几人就开，写个数';
  return courseBody(words, minutes, minimum, form);
}

/** What was chosen came from the closed lists that the form was drawn from. */
const first = (form: Form, key: string) => (form.chosen[key]?.[0] ?? null) as never;
const all = (form: Form, key: string) => (form.chosen[key] ?? []) as never[];

function recordedBody(words: (key: string) => string, minutes: number, form: Form): RecordedBody {
  return {
    kind: 'recorded',
    title: words('title'),
    summary: words('summary'),
    track: first(form, 'track'),
    theme: first(form, 'theme'),
    minutes: words('minutes') === '' ? null : minutes,
    fileId: words('fileId') || null,
    courseId: first(form, 'courseId'),
  };
}

function courseBody(
  words: (key: string) => string,
  minutes: number,
  minimum: number | null,
  form: Form,
): CourseBody {
  return {
    kind: 'course',
    title: words('title'),
    summary: words('summary'),
    track: first(form, 'track'),
    methods: all(form, 'methods'),
    groups: all(form, 'groups'),
    program: first(form, 'program'),
    brand: first(form, 'brand'),
    topics: all(form, 'topics'),
    form: first(form, 'form'),
    delivery: first(form, 'delivery'),
    themes: all(form, 'themes'),
    minutes,
    teacher: {
      batch: first(form, 'batch'),
      source: form.chosen['source']?.[0] ?? '',
      name: words('name') || null,
    },
    minimum,
  };
}
