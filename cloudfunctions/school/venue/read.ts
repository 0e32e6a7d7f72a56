import type { VenueView } from '@contract/school';
import { DAY, startOfDay } from '../../core/calendar';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { persons } from '../../people/person/model';
import { teachers } from '../faculty/model';
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
  const [committee, agreed, classes] = await Promise.all([
    context.repository(persons).count({ roleKeys: 'committee:*' }),
    context.repository(teachers).count({ consent: 'given' }),
    context.repository(sessions).count({ shelf: 'coming', startsAt: _.gt(context.now) }),
  ]);
  return { committee, teachers: agreed, classes };
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
    capacity: venue.capacity,
    facility: facilityOf(venue),
    haves: counts === null ? null : sixHaves(venue, counts),
    funding: venue.funding,
    canKeep: can(context.caller, 'school.manage'),
    canPrint: can(context.caller, 'paper.print'),
  };
}
