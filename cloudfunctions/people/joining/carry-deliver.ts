import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import type { Condition } from '../../core/repository';
import { decisions } from '../../school/decision/decide';
import { homeLessons } from '../../school/home-lesson/definition';
import { pairs } from '../../school/pair/definition';
import { sessions } from '../../school/session/definition';
import { stations } from '../../school/station/model';
import { walks } from '../../school/walk/definition';
import { activities } from '../../service/activity/definition';
import { nominations } from '../../service/award/definition';
import { requests } from '../../service/request/definition';
import { shares } from '../../service/share/definition';
import { trips } from '../../service/trip/definition';
import { complaints } from '../complaint/definition';
import { messages } from '../inbox/model';
import { mentions, renamed } from './rename';
import { spareSeats } from './seats-deliver';

/** From whom to whom, and by which joining. */
export interface Carrying {
  from: string;
  to: string;
  joinId: string;
  rid: string;
}

/** More records of one kind than one person has; the most that one answer of the database holds. */
const MOST = 1000;

/**
 * What is found by whose it is. A definition each: adding one is one line; `reach.ts` is what a test
 * holds it against. Bonds, surveys and lists whose ids follow from the person are `keyed-deliver.ts`.
 */
const OWNED: readonly ((run: RunContext, work: Work) => Promise<void>)[] = [
  (run, work) => each(run, requests, work),
  (run, work) => each(run, sessions, work),
  (run, work) => each(run, homeLessons, work),
  (run, work) => each(run, pairs, work),
  (run, work) => each(run, trips, work),
  (run, work) => each(run, walks, work),
  (run, work) => each(run, activities, work),
  (run, work) => each(run, nominations, work),
  (run, work) => each(run, decisions, work),
  (run, work) => each(run, stations, work),
  (run, work) => each(run, shares, work),
  (run, work) => each(run, complaints, work),
  // Helped with, not their own matter: found by who helps.
  (run, work) => each(run, requests, work, { helperId: work.whose }),
  (run, work) => each(run, trips, work, { visitorId: work.whose }),
];

interface Work {
  whose: string;
  decide: <Doc extends Aggregate>(doc: Doc) => Doc;
  rid: string;
}

/** Everything of the account alone becomes the record's, marked with the joining. Each step may be done twice. */
export async function carryOver(run: RunContext, carrying: Carrying): Promise<void> {
  const { from, to, joinId, rid } = carrying;
  await spareSeats(run, carrying);
  const decide = <Doc extends Aggregate>(doc: Doc): Doc =>
    !doc.people.includes(to) && mentions(doc, from) ? { ...renamed(doc, from, to), carried: joinId } : doc;
  for (const owned of OWNED) await owned(run, { whose: from, decide, rid });
  await eachMessage(run, from, rid, decide);
}

/** What came over with this joining goes back; what began since stays with the record. */
export async function carryBack(run: RunContext, { from, to, joinId, rid }: Carrying): Promise<void> {
  const decide = <Doc extends Aggregate>(doc: Doc): Doc =>
    doc.carried === joinId ? { ...renamed(doc, to, from), carried: null } : doc;
  for (const owned of OWNED) await owned(run, { whose: to, decide, rid });
  await eachMessage(run, to, rid, decide);
}

async function each<Doc extends Aggregate>(
  run: RunContext,
  definition: AggregateDefinition<Doc>,
  { whose, decide, rid }: Work,
  where: Condition = { people: whose },
): Promise<void> {
  const repository = run.repository(definition);
  const found = await repository.list({
    where,
    limit: MOST,
    without: ['timeline', 'effects'],
  });
  // Decided on what was listed first: what stays as it is is not read again.
  for (const doc of found) if (decide(doc) !== doc) await repository.change(doc._id, rid, decide);
}

async function eachMessage(
  run: RunContext,
  whose: string,
  rid: string,
  decide: Work['decide'],
): Promise<void> {
  const repository = run.repository(messages);
  const found = await repository.list({
    where: { personId: whose },
    order: [['createdAt', 'desc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });
  for (const doc of found) if (decide(doc) !== doc) await repository.change(doc._id, rid, decide);
}
