import * as v from 'valibot';
import { action } from '../../core/action';
import { time } from '../../core/schemas';
import { saidSomething, wishesOf } from './heard';
import { surveys } from './model';
import { periodOf } from './period';

/** The newest answers that are counted: the most that one answer of the database holds. */
const COUNTED = 1000;
/** Of what was said, so many at once. */
const PAGE = 20;

export const surveyHeardActions = [
  action({
    name: 'survey.heard',
    kind: 'read',
    input: v.strictObject({ before: v.nullable(time) }),
    allow: 'school.manage',
    async run(context, { before }) {
      const period = periodOf(context.now, context.settings.surveyPerYear).name;
      const older = before === null ? {} : { updatedAt: context.database.command.lt(before) };
      const [found, people] = await Promise.all([
        context.repository(surveys).list({
          where: { period, ...older },
          order: [['updatedAt', 'desc']],
          limit: COUNTED,
          without: ['timeline', 'effects', 'people'],
        }),
        context.repository(surveys).count({ period }),
      ]);
      const spoken = found.filter(saidSomething);
      const shown = spoken.slice(0, PAGE);
      const files = shown.flatMap(({ audio }) => audio?.fileId ?? []);
      const urls = files.length === 0 ? [] : await context.temporaryUrls(files);
      const urlOf = new Map(files.map((file, index) => [file, urls[index] ?? '']));
      const last = shown.at(-1);
      return {
        people,
        wishes: wishesOf(found, context.settings.kAnonymity),
        said: shown.map(({ updatedAt, answers, audio }) => ({
          at: updatedAt,
          words: answers.words,
          audio: audio == null ? null : { url: urlOf.get(audio.fileId) || null, seconds: audio.seconds },
        })),
        before: spoken.length > PAGE && last !== undefined ? last.updatedAt : null,
      };
    },
  }),
];
