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
  const settled = (...states: string[]) => ({
    where: { updatedAt: _.gte(from) },
    either: states.map((state) => ({ state })),
    order: [['updatedAt', 'desc']] as const,
    ...lean,
  });
  const [done, plan, decided, drafts, rules, stories, known] = await Promise.all([
    context.repository(walks).list({
      where: { open: false, startsAt: within },
      order: [['startsAt', 'asc']],
      ...lean,
    }),
    context.repository(plans).find(planId(year)),
    context.repository(matters).list(settled('carried', 'not_carried')),
    context.repository(contentDrafts).list(settled('approved')),
    context.repository(policies).several(Object.keys(POLICIES)),
    context.repository(nominations).list({
      where: { state: 'commended', decidedAt: within },
      order: [['decidedAt', 'desc']],
      ...lean,
    }),
    knowledgeOf(context, year, number, []),
  ]);
  decided.reverse();
  const names = await namesOf(context, peopleIn(decided, drafts));
  return archiveMonth({
    month,
    from,
    until,
    sessions: known.shown.filter(({ shelf }) => shelf === 'past'),
    walks: done,
    plan,
    matters: decided,
    drafts,
    policies: [...rules.values()],
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
