import type { Aggregate, AggregateDefinition, Effect } from '../../core/aggregate';
import { hasRid } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { eachOf } from '../../core/each-read';
import { carryOut } from '../../core/effects';
import { teachers } from '../../school/faculty/model';
import { homeLessons } from '../../school/home-lesson/definition';
import { pairs } from '../../school/pair/definition';
import { entryId, pairEntries } from '../../school/pair/model';
import { stops } from '../../school/route/model';
import { sessions } from '../../school/session/definition';
import { hostForgotten, hostGone } from '../../school/session/host-gone-deliver';
import { surveys, voiceOf } from '../../school/survey/model';
import { walks } from '../../school/walk/definition';
import { activities } from '../../service/activity/definition';
import { nominations } from '../../service/award/definition';
import { registrationId, registrations } from '../../service/dual/model';
import { handBack } from '../../service/request/handed-back-deliver';
import { shares } from '../../service/share/definition';
import { trips } from '../../service/trip/definition';
import { forgotten as forgottenTrip } from '../../service/trip/forget';
import { rolls } from '../role/model';
import * as forgotten from './forgotten';

/**
 * The part of the effect `forget` that reaches records which belong to others too. A record is
 * touched once for each erasing (`rid`), so a second try does nothing.
 */
export async function forgetRecords(run: RunContext, effect: Effect, personId: string): Promise<void> {
  const what = { personId, rid: effect.id, now: run.now, invocation: run.invocation };
  const { offerHours, quiet } = run.settings;
  await each(run, rolls, what, (doc) => forgotten.rollWithout(doc, what));
  await handBack(run, { ...effect, id: `${effect.id}:handed_back` });
  await each(run, pairs, what, (doc) => forgotten.pairWithout(doc, what));
  await each(run, homeLessons, what, (doc) => forgotten.lessonWithout(doc, what));
  await each(run, walks, what, (doc) => forgotten.walkWithout(doc, what));
  await each(run, trips, what, (doc) => forgottenTrip(doc, what));
  await each(run, activities, what, (doc) => forgotten.activityWithout(doc, what));
  await each(run, sessions, what, (doc) => forgotten.sessionWithout(doc, what, { offerHours, quiet }));
  await hostGone(run, { ...effect, id: `${effect.id}:host` });
  await hostForgotten(run, `${effect.id}:hosted`, personId);
  await each(run, nominations, what, (doc) => forgotten.nominationWithout(doc, what));
  await each(run, teachers, what, forgotten.teacherWithout);
  await each(run, stops, what, (doc) => forgotten.stopWithout(doc, what));
  await each(run, shares, what, forgotten.shareWithout);
  await eachOf(run, surveys, { people: personId }, async (survey) => {
    // The file first: a document that is gone names it no more.
    const files = voiceOf(survey);
    if (files.length > 0) await run.removeFiles(files);
    await run.database.collection(surveys.collection).doc(survey._id).remove();
  });
  await run.database.collection(pairEntries.collection).doc(entryId(personId)).remove();
  await run.database.collection(registrations.collection).doc(registrationId(personId)).remove();
}

async function each<Doc extends Aggregate>(
  run: RunContext,
  definition: AggregateDefinition<Doc>,
  { personId, rid }: forgotten.Forgetting,
  decide: (doc: Doc) => Doc,
): Promise<void> {
  const repository = run.repository(definition);
  await eachOf(run, definition, { people: personId }, async ({ _id }) => {
    const { doc } = await repository.change(_id, rid, (stored) => {
      const next = decide(stored);
      if (next === stored || hasRid(next, rid)) return next;
      const entry = { rid, at: run.now, by: 'system', command: 'forget' };
      return { ...next, timeline: [...next.timeline, entry] };
    });
    await carryOut(repository, doc, run.carrier);
  });
}
