import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { bondsOf } from '../../people/family/read';
import { deliver } from '../../people/inbox/deliver';
import { pairs } from '../pair/definition';
import { pairEntries } from '../pair/model';
import { newLesson } from './create';
import { homeLessons } from './definition';

/** Visits of one elder in about a month. */
const LATEST = 20;

/**
 * The suggestion of a month (story 13): for a pair whose elder is on the voluntary list as one who cannot
 * get out. Once for each pair and month, by its id.
 */
export async function suggestHomeLesson(run: RunContext, effect: Effect): Promise<void> {
  const { pairId, month } = effect.data;
  if (typeof pairId !== 'string' || typeof month !== 'string') throw new Error('no suggestion');
  const pair = await run.repository(pairs).find(pairId);
  if (pair === null || pair.state !== 'paired') return;
  const entry = await run.repository(pairEntries).find(derivedId('pair_entry', pair.oldId));
  if (entry === null || !entry.listed || !entry.frail) return;
  const step = { now: run.now, rid: effect.id, by: 'system', invocation: run.invocation };
  const repository = run.repository(homeLessons);
  const latest = await repository.list({
    where: { people: pair.oldId },
    order: [['updatedAt', 'desc']],
    limit: LATEST,
    without: ['timeline', 'effects'],
  });
  // They have agreed on a day of this month by themselves.
  if (latest.some((lesson) => lesson.pairId === pairId && lesson.month === month)) return;
  const { doc } = await repository.create(
    newLesson(derivedId('home_lesson', pairId, month), pair, null, step, run.settings),
  );
  await carryOut(repository, doc, run.carrier);
}

/** A visit was written down: relatives whom the elder lets say so are asked as well, each once. */
export async function tellVisitFamily(run: RunContext, effect: Effect): Promise<void> {
  const { lessonId, elderId, elder } = effect.data;
  if (typeof lessonId !== 'string' || typeof elderId !== 'string' || typeof elder !== 'string')
    throw new Error('no visit to tell of');
  const bonds = (await bondsOf(run, elderId)).filter(
    (bond) => bond.elderId === elderId && bond.agreed.confirm,
  );
  for (const { relativeId } of bonds) {
    const data = {
      to: relativeId,
      template: 'visit',
      title: `去看${elder}的事记好了`,
      text: '老人家点一下就行；他不方便，您替他看一眼',
      link: `/packages/school/home-visit/home-visit?id=${lessonId}`,
      urgent: false,
    };
    await deliver(run, { ...effect, id: `${effect.id}:${relativeId}`, data });
  }
}
