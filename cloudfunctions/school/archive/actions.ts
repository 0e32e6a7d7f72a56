import { POLICIES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { monthStart } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { nominations } from '../../service/award/definition';
import { namesOf } from '../committee/read';
import { contentDrafts } from '../content/model';
import { matters } from '../matter/model';
import { nameOf } from '../plan/days';
import { planId, plans } from '../plan/model';
import { knowledgeOf } from '../plan/read';
import { policies } from '../policy/model';
import { sessions } from '../session/definition';
import { HEAVY } from '../session/read';
import { walks } from '../walk/definition';
import { archiveMonth, peopleIn } from './month';

/** More than a street holds in a month. */
const MOST = 300;
const lean = { limit: MOST, without: ['timeline', 'effects'] } as const;

async function read(context: ActionContext, month: string) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const from = monthStart(year, number);
  const until = number === 12 ? monthStart(year + 1, 1) : monthStart(year, number + 1);
  const _ = context.database.command;
  const within = _.gte(from).and(_.lt(until));
  // A decision is settled by effects a moment later, a draft too: what is looked for may stand a little after.
  const settled = (state: string) => ({
    where: { state, updatedAt: _.gte(from) },
    order: [['updatedAt', 'desc']] as const,
    ...lean,
  });
  const [held, done, plan, carried, refused, drafts, rules, stories, known] = await Promise.all([
    context.repository(sessions).list({
      where: { shelf: 'past', startsAt: within },
      order: [['startsAt', 'asc']],
      limit: MOST,
      without: HEAVY,
    }),
    context.repository(walks).list({
      where: { open: false, startsAt: within },
      order: [['startsAt', 'asc']],
      ...lean,
    }),
    context.repository(plans).find(planId(year)),
    context.repository(matters).list(settled('carried')),
    context.repository(matters).list(settled('not_carried')),
    context.repository(contentDrafts).list(settled('approved')),
    Promise.all(Object.keys(POLICIES).map((key) => context.repository(policies).find(key))),
    context.repository(nominations).list({
      where: { state: 'commended', decidedAt: within },
      order: [['decidedAt', 'desc']],
      ...lean,
    }),
    knowledgeOf(context, year, number),
  ]);
  const decided = [...carried, ...refused].sort((a, b) => a.updatedAt - b.updatedAt);
  const names = await namesOf(context, peopleIn(decided, drafts));
  return archiveMonth({
    month,
    from,
    until,
    sessions: held,
    walks: done,
    plan,
    matters: decided,
    drafts,
    policies: rules.flatMap((one) => (one === null ? [] : [one])),
    stories,
    names,
    nameOfClass: (one) => nameOf(one, known.courses),
    kAnonymity: context.settings.kAnonymity,
  });
}

export const archiveActions = [
  action({
    name: 'archive.month',
    kind: 'read',
    input: v.strictObject({ month: v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)) }),
    allow: 'school.records',
    run: (context, { month }) => read(context, month),
  }),
];
