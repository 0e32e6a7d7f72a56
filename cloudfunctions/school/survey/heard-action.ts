import type { SurveySaid } from '@contract/survey';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { cursorAt, paged } from '../../core/page';
import { cursor } from '../../core/schemas';
import { saidSomething, wishesOf } from './heard';
import { type Survey, surveys } from './model';
import { periodOf } from './period';

/** The newest answers that are counted: the most that one answer of the database holds. */
const COUNTED = 1000;
/** Of what was said, so many at once. */
const PAGE = 20;
/** So many answers a look: whoever only tapped said nothing. */
const LOOK = 100;
const LOOKS = 10;

const WITHOUT = ['timeline', 'effects', 'people'] as const;

/** How many answered and what many want: with the first page only, they do not change while one reads on. */
async function countedOf(context: ActionContext, period: string) {
  const [found, people] = await Promise.all([
    context.repository(surveys).list({
      where: { period },
      order: [['updatedAt', 'desc']],
      limit: COUNTED,
      without: WITHOUT,
    }),
    context.repository(surveys).count({ period }),
  ]);
  return { people, wishes: wishesOf(found, context.settings.kAnonymity) };
}

/** Newest first, by moment and id, so that of those who answered in one moment nobody is passed over. */
async function saidAfter(
  context: ActionContext,
  period: string,
  after: string | null,
): Promise<{ spoken: Survey[]; next: string | null }> {
  const spoken: Survey[] = [];
  let from = after;
  for (let look = 0; look < LOOKS; look += 1) {
    const { found, next } = await paged(
      context,
      context.repository(surveys),
      {
        where: { period },
        by: 'updatedAt',
        direction: 'desc',
        from: Number.MAX_SAFE_INTEGER,
        limit: LOOK,
        without: WITHOUT,
      },
      from,
    );
    for (const one of found.filter(saidSomething)) {
      const last = spoken.at(-1);
      if (spoken.length === PAGE && last !== undefined)
        return { spoken, next: cursorAt(last.updatedAt, last._id) };
      spoken.push(one);
    }
    if (next === null) return { spoken, next };
    from = next;
  }
  return { spoken, next: from };
}

async function withVoices(context: ActionContext, spoken: readonly Survey[]): Promise<SurveySaid[]> {
  const files = spoken.flatMap(({ audio }) => audio?.fileId ?? []);
  const urls = files.length === 0 ? [] : await context.temporaryUrls(files);
  const urlOf = new Map(files.map((file, index) => [file, urls[index] ?? '']));
  return spoken.map(({ updatedAt, answers, audio }) => ({
    at: updatedAt,
    words: answers.words,
    audio: audio == null ? null : { url: urlOf.get(audio.fileId) || null, seconds: audio.seconds },
  }));
}

export const surveyHeardActions = [
  action({
    name: 'survey.heard',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'school.manage',
    async run(context, { after }) {
      const period = periodOf(context.now, context.settings.surveyPerYear).name;
      const [counted, { spoken, next }] = await Promise.all([
        after === null ? countedOf(context, period) : null,
        saidAfter(context, period, after),
      ]);
      return { counted, said: await withVoices(context, spoken), next };
    },
  }),
];
