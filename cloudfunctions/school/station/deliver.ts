import * as v from 'valibot';
import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { deliver } from '../../people/inbox/deliver';
import { courses } from '../course/model';
import { slotOf } from '../faculty/decide';
import { invitedTo, withoutContact } from './decide';
import { stations } from './model';
import { allStations } from './read';

const Tour = v.object({
  sessionId: v.string(),
  courseId: v.string(),
  venueId: v.string(),
  venueName: v.nullable(v.string()),
  startsAt: v.number(),
  title: v.string(),
});

/** The effect `tell_stations` of an off-peak class that was published: each contact hears it once. */
export async function tellStations(run: RunContext, effect: Effect): Promise<void> {
  const { sessionId, courseId, venueId, venueName, startsAt, title } = v.parse(Tour, effect.data);
  const [all, course, here] = await Promise.all([
    allStations(run),
    run.repository(courses).find(courseId),
    run.repository(stations).find(venueId),
  ]);
  const known = here === null || all.some(({ _id }) => _id === venueId) ? all : [...all, here];
  const invited = invitedTo(known, { venueId, slot: slotOf(startsAt), topics: course?.topics ?? [] });
  for (const contact of new Set(invited.map(({ contactId }) => contactId))) {
    if (contact === null) continue;
    const data = {
      to: contact,
      template: 'class',
      title: '课送来了',
      text: `《${title}》${sayTime(startsAt, run.now)}在${venueName ?? '站点'}，点进来占座，转给大伙也行`,
      link: `/packages/school/session/session?id=${sessionId}`,
      urgent: false,
    };
    await deliver(run, { ...effect, id: `${effect.id}:${contact}`, data });
  }
}

/** Stations of somebody who was erased lose their contact. */
export async function forgetStations(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(stations);
  const own = await repository.list({
    where: { people: personId },
    order: [['updatedAt', 'desc']],
    limit: 50,
  });
  for (const { _id } of own)
    await repository.change(_id, rid, (station) =>
      withoutContact(station, { now: run.now, rid, by: 'system' }),
    );
}
