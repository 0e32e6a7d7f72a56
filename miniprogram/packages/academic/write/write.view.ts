import type { ContentBody, CourseBody, RecordedBody } from '../../../contract/content';
import { LIMITS } from '../../../contract/limits';
import type { ContentKind, Policy } from '../../../contract/words';
import type { Field, Form } from './fields';

/** From what stands there to the form, and from the form to what is sent. */

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
