import type { HoursView } from '@contract/home-lesson';
import * as v from 'valibot';
import { action } from '../../core/action';
import { dayOf } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { type Person, persons } from '../../people/person/model';
import { ownPerson } from '../../people/person/read';
import { homeLessons } from '../home-lesson/definition';
import { pairEntries } from '../pair/model';
import { sessions } from '../session/definition';
import { HEAVY } from '../session/read';
import { studyItems } from './hours';

/** A year of one person. */
const MOST = 100;

/** One's own study hours; there is no action that shows anybody else's. */
async function mine(context: ActionContext, person: Person | null): Promise<HoursView> {
  const me = context.caller.id;
  const year = dayOf(context.now).slice(0, 4);
  const nothing: HoursView = { year, exempt: false, total: 0, items: [] };
  if (me === null) return nothing;
  const entry = await context.repository(pairEntries).find(derivedId('pair_entry', me));
  // 年老体弱默认 exempt, their own word goes first.
  if (person?.studyExempt ?? (entry?.listed === true && entry.frail)) return { ...nothing, exempt: true };
  const _ = context.database.command;
  const since = Date.parse(`${year}-01-01T00:00:00+08:00`);
  const [classes, visits] = await Promise.all([
    context.repository(sessions).list({
      where: { people: me, startsAt: _.gte(since) },
      order: [['startsAt', 'desc']],
      limit: MOST,
      without: HEAVY,
    }),
    context.repository(homeLessons).list({
      where: { learnerId: me, state: 'confirmed', confirmedAt: _.gte(since) },
      order: [['confirmedAt', 'desc']],
      limit: MOST,
      without: ['timeline', 'effects'],
    }),
  ]);
  const items = studyItems(classes, visits, me);
  return { ...nothing, items, total: items.reduce((sum, { hours }) => sum + hours, 0) };
}

export const studyHoursActions = [
  action({
    name: 'study_hours.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => mine(context, await ownPerson(context)),
  }),
  action({
    name: 'study_hours.exempt',
    kind: 'write',
    input: v.strictObject({ exempt: v.boolean() }),
    allow: 'person',
    async run(context, { exempt }) {
      const me = personId(context.caller);
      const entry = { rid: context.rid, at: context.now, by: me, command: 'study_exempt' };
      const { doc } = await context
        .repository(persons)
        .change(me, context.rid, (person) =>
          person.studyExempt === exempt
            ? person
            : { ...person, studyExempt: exempt, timeline: [...person.timeline, entry] },
        );
      return mine(context, doc);
    },
  }),
];
