import { LIMITS } from '@contract/limits';
import {
  CLASSROOM_BRANDS,
  COURSE_TOPICS,
  DELIVERY_STYLES,
  FACULTY_BATCHES,
  FACULTY_SOURCES,
  LEARNER_GROUPS,
  METHODS,
  POLICIES,
  PROGRAMS,
  RESOURCE_THEMES,
  SESSION_FORMS,
  TRACKS,
} from '@contract/words';
import * as v from 'valibot';
import { id, oneOf, someText } from '../../core/schemas';

/** Input schemas of what the office writes (S39–S42, S50, S54–S58, S27–S29). */

const some = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  v.pipe(
    v.array(oneOf(words)),
    v.maxLength(Object.keys(words).length),
    v.transform((chosen) => [...new Set(chosen)]),
  );
const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(5), v.maxValue(480));

const Course = v.strictObject({
  kind: v.literal('course'),
  title: someText(LIMITS.title),
  summary: someText(LIMITS.note),
  track: oneOf(TRACKS),
  methods: v.pipe(some(METHODS), v.minLength(1)),
  groups: some(LEARNER_GROUPS),
  program: oneOf(PROGRAMS),
  brand: v.nullable(oneOf(CLASSROOM_BRANDS)),
  topics: some(COURSE_TOPICS),
  form: v.nullable(oneOf(SESSION_FORMS)),
  delivery: v.nullable(oneOf(DELIVERY_STYLES)),
  themes: some(RESOURCE_THEMES),
  minutes,
  teacher: v.pipe(
    v.strictObject({
      batch: oneOf(FACULTY_BATCHES),
      source: someText(LIMITS.place),
      name: v.nullable(someText(LIMITS.name)),
    }),
    // A source belongs to its batch (S34–S36).
    v.forward(
      v.check(({ batch, source }) => FACULTY_SOURCES[batch].some((one) => one === source)),
      ['source'],
    ),
  ),
  minimum: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.capacity))),
});

const Recorded = v.strictObject({
  kind: v.literal('recorded'),
  title: someText(LIMITS.title),
  summary: someText(LIMITS.note),
  track: oneOf(TRACKS),
  theme: v.nullable(oneOf(RESOURCE_THEMES)),
  minutes: v.nullable(minutes),
  // Of the lessons' own folder: nobody’s spoken sentence is shown as a lesson.
  fileId: v.nullable(v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]{1,120}\/lessons\/[\w.-]{1,120}$/))),
  courseId: v.nullable(id),
});

const day = v.pipe(
  v.string(),
  v.regex(/^20\d{2}-\d{2}-\d{2}$/),
  v.check((value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value)),
);

const Wording = v.strictObject({
  kind: v.literal('policy'),
  policy: oneOf(POLICIES),
  text: someText(LIMITS.policy),
  effectiveOn: day,
});

export const Body = v.variant('kind', [Course, Recorded, Wording]);
