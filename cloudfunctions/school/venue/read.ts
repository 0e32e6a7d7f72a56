import type { VenueView } from '@contract/school';
import { POLICIES } from '@contract/words';
import { DAY, dayOf, startOfDay } from '../../core/calendar';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { committeeOf } from '../committee/read';
import { teachers } from '../faculty/model';
import { planId, plans } from '../plan/model';
import { inForce, policies } from '../policy/model';
import { sessions } from '../session/definition';
import type { Session } from '../session/model';
import { HEAVY, readerOf } from '../session/read';
import { sessionCard } from '../session/view';
import type { Venue } from './model';
import { type Evidence, facilityOf, sixHaves } from './standards';
import { venueCard } from './view';

/** The page that a poster's code opens. */
const CHECK_IN_PAGE = 'packages/school/check-in/check-in';

export function today(context: ActionContext, venue: Venue): Promise<Session[]> {
  const _ = context.database.command;
  const from = startOfDay(context.now);
  return context.repository(sessions).list({
    where: { venueId: venue._id, startsAt: _.gte(from).and(_.lt(from + DAY)) },
    order: [['startsAt', 'asc']],
    limit: 20,
    without: HEAVY,
  });
}

/** The poster's picture is a convenience of the page: without it the page still shows everything else. */
async function posterCode(context: ActionContext, venue: Venue): Promise<string | null> {
  try {
    const png = await context.openApi.pageCode(CHECK_IN_PAGE, `v=${venue.code}`);
    return `data:image/png;base64,${png.toString('base64')}`;
  } catch (error) {
    log('no page code', { run: context.invocation, ...describe(error) });
    return null;
  }
}

/** Counts of what is there now (S18): nobody fills in a form for them. */
async function evidence(context: ActionContext): Promise<Evidence> {
  const _ = context.database.command;
  const year = Number(dayOf(context.now).slice(0, 4));
  const [committee, agreed, classes, plan, rules] = await Promise.all([
    committeeOf(context),
    context.repository(teachers).count({ consent: 'given' }),
    context.repository(sessions).count({ shelf: 'coming', startsAt: _.gt(context.now) }),
    context.repository(plans).find(planId(year)),
    context.repository(policies).several(Object.keys(POLICIES)),
  ]);
  const inForceNow = [...rules.values()].filter((one) => inForce(one, context.now) !== null);
  return {
    committee: committee.count,
    posts: committee.posts.every(({ name }) => name !== null),
    teachers: agreed,
    year,
    planApproved: plan !== null && plan.approved !== null,
    policies: { inForce: inForceNow.length, all: Object.keys(POLICIES).length },
    classes,
  };
}

export async function venueOf(context: ActionContext, venue: Venue): Promise<VenueView> {
  const [found, reader, poster, counts] = await Promise.all([
    today(context, venue),
    readerOf(context),
    posterCode(context, venue),
    venue.tier === 'main' ? evidence(context) : Promise.resolve(null),
  ]);
  return {
    ...venueCard(venue),
    code: venue.code,
    poster,
    today: found
      .filter((session) => session.shelf !== 'hidden')
      .map((session) => sessionCard(session, reader(session))),
    facility: facilityOf(venue),
    haves: counts === null ? null : sixHaves(venue, counts),
    funding: venue.funding,
    version: venue.version,
    ownerOrg: venue.ownerOrg ?? '',
    sharedWith: venue.sharedWith ?? [],
    canKeep: can(context.caller, 'school.manage'),
    canPrint: can(context.caller, 'paper.print'),
  };
}
