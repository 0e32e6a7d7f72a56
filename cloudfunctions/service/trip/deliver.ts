import type { SubmitInput } from '@contract/submit';
import type { Effect } from '../../core/aggregate';
import { attach } from '../../core/attach';
import { dayOf, sayTime } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { shortCode } from '../../core/ids';
import { bondsOf } from '../../people/family/read';
import { deliver } from '../../people/inbox/deliver';
import { openidOf, type Person, persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { decide } from '../request/decide';
import { requests } from '../request/definition';
import { screenedBy } from '../request/from-visit-deliver';
import { MACHINES } from '../request/machines';
import type { BeneficiaryRecord, ServiceRequest } from '../request/model';
import type { RequestStep } from '../request/step';
import { submitted } from '../request/submit';
import { trips } from './definition';
import type { Stop, Trip } from './model';
import { stillStanding } from './read';
import { codeOf } from './view';

/** The effects of a trip. */

async function found(run: RunContext, effect: Effect): Promise<{ trip: Trip; stop: Stop }> {
  const { tripId, stop: key } = effect.data;
  if (typeof tripId !== 'string') throw new Error('no trip');
  const trip = await run.repository(trips).load(tripId);
  const stop = trip.stops.find((one) => one.key === key);
  if (stop === undefined) throw new Error('no such stop');
  return { trip, stop };
}

/** 上门前 30 分 (workflows 10.4): the household and the relatives whom it lets follow, with the code. */
export async function tellVisit(run: RunContext, effect: Effect): Promise<void> {
  const { trip, stop } = await found(run, effect);
  const off = effect.data['what'] === 'off';
  if (!off && (trip.state === 'cancelled' || !(await standing(run, trip, stop)))) return;
  for (const home of stop.households) {
    const person = await run.repository(persons).find(home);
    if (person === null) continue;
    const tell = (to: string, whose: string) =>
      deliver(run, { ...effect, id: `${effect.id}:${to}`, data: notice(run, trip, stop, to, whose, off) });
    await tell(home, '您');
    const relatives = (await bondsOf(run, home)).filter(
      (bond) => bond.elderId === home && bond.agreed.progress,
    );
    for (const { relativeId } of relatives)
      await tell(relativeId, maskedName(person.name, person.sample) || '老人');
  }
}

/** What was planned is still theirs to do: nobody is told to open a door for who does not come for them any more. */
async function standing(run: RunContext, trip: Trip, { key }: Stop): Promise<boolean> {
  const [now] = await stillStanding(run, [trip]);
  return now?.stops.some((stop) => stop.key === key) === true;
}

function notice(run: RunContext, trip: Trip, stop: Stop, to: string, whose: string, off: boolean) {
  const when = sayTime(trip.at, run.now);
  const who = trip.who.name === trip.who.role ? trip.who.role : `${trip.who.role}${trip.who.name}`;
  const what = stop.requestId === null ? '敲门问问缺啥' : `办“${stop.title}”`;
  const code = codeOf(trip, stop, (text) => run.vault.sign(text));
  return {
    to,
    template: 'visit',
    title: off ? '今天先不来了' : '有人要上门',
    text: off
      ? `${when}${who}先不来${whose}家了，改天再说。有人敲门，先别开`
      : `${when} 前后，${who}到${whose}家${what}。敲门码 ${code}，报对了再开门`,
    link: '/packages/service/coming/coming',
    urgent: false,
  };
}

const line = (trip: Trip) => ({ ...trip.who });

/** What was found at the door of a matter, in the matter's own history; out of place, it stays on the trip. */
export async function sayOnTrip(run: RunContext, effect: Effect): Promise<void> {
  const { tripId, requestId, note, occurredAt } = effect.data;
  if (typeof tripId !== 'string' || typeof requestId !== 'string' || typeof note !== 'string')
    throw new Error('nothing to say');
  const trip = await run.repository(trips).load(tripId);
  const repository = run.repository(requests);
  const { doc } = await repository.change(requestId, effect.id, (matter) => {
    if (matter.helperId !== trip.visitorId) return matter;
    const can = MACHINES[matter.kind].states[matter.state]?.on ?? {};
    // A visit is the first contact of a wish and the beginning of a grid matter.
    const command = (['progress', 'contact', 'start'] as const).find((one) => can[one] !== undefined);
    if (command === undefined) return matter;
    const step: RequestStep = {
      now: run.now,
      rid: effect.id,
      by: trip.visitorId,
      who: line(trip),
      actors: new Set(['helper']),
      settings: run.settings,
      invocation: run.invocation,
      occurredAt: typeof occurredAt === 'number' ? occurredAt : null,
    };
    return decide(matter, command, { note }, step);
  });
  await carryOut(repository, doc, run.carrier);
}

/** Whose matter it becomes: the card's, that of the matter one came for, or a name that was given. */
async function homeOf(
  run: RunContext,
  trip: Trip,
  stop: Stop,
  personId: string | null,
  name: string,
): Promise<{ requesterId: string | null; beneficiary: BeneficiaryRecord; communityId: string }> {
  if (personId !== null) {
    const person = await run.repository(persons).load(personId);
    return {
      requesterId: personId,
      beneficiary: recordOf(person),
      communityId: person.communityId ?? trip.communityId,
    };
  }
  if (stop.requestId !== null) {
    const { requesterId, beneficiary, communityId } = await run.repository(requests).load(stop.requestId);
    return { requesterId, beneficiary, communityId };
  }
  return {
    requesterId: trip.writes === 'grid' ? null : trip.visitorId,
    beneficiary: {
      personId: null,
      relation: trip.writes,
      name,
      phone: null,
      building: stop.building,
      door: null,
    },
    communityId: trip.communityId,
  };
}

const recordOf = (person: Person): BeneficiaryRecord => ({
  personId: person._id,
  relation: 'self',
  name: '',
  phone: person.phone,
  building: person.building,
  door: person.door,
  ...(openidOf(person) === null ? { byPhone: true } : {}),
});

/** Carries out `submit_from_trip`: the request's id follows from the door, so it comes into being once. */
export async function submitFromTrip(run: RunContext, effect: Effect): Promise<void> {
  const { requestId, kind, text, personId, name, audio, occurredAt } = effect.data;
  if (
    typeof requestId !== 'string' ||
    typeof text !== 'string' ||
    typeof name !== 'string' ||
    (kind !== 'wish' && kind !== 'errand' && kind !== 'grid')
  )
    throw new Error('no request');
  const { trip, stop } = await found(run, effect);
  const repository = run.repository(requests);
  if ((await repository.find(requestId)) !== null) return;
  const visitor = await run.repository(persons).load(trip.visitorId);
  const home = await homeOf(run, trip, stop, typeof personId === 'string' ? personId : null, name);
  const input: SubmitInput = {
    kind,
    text,
    audio: null,
    category: null,
    beneficiary: { who: 'self' },
    communityId: home.communityId,
    phone: '',
    building: home.beneficiary.building,
    door: '',
    when: '',
    occurredAt: null,
  };
  const request = submitted(
    {
      id: requestId,
      no: `${dayOf(run.now).slice(5).replace('-', '')}-${shortCode('request', requestId, 4)}`,
      input,
      screening: text === '' ? 'review' : await screenedBy(run, visitor, text),
      beneficiary: home.beneficiary,
      audio: await heard(run, visitor, audio),
      sample: trip.sample,
    },
    {
      now: run.now,
      rid: effect.id,
      by: trip.visitorId,
      who: line(trip),
      actors: new Set(['resident']),
      settings: run.settings,
      invocation: run.invocation,
      occurredAt: typeof occurredAt === 'number' ? occurredAt : null,
    },
  );
  const { doc } = await repository.create(written(request, trip, home.requesterId));
  await carryOut(repository, doc, run.carrier);
}

/** Requester, beneficiary and operator are three people (DESIGN section 5). */
function written(request: ServiceRequest, trip: Trip, requesterId: string | null): ServiceRequest {
  const says = trip.writes === 'grid' ? '网格员上门时替您记下、交上来了' : '上门时替您记下、交上来了';
  const whose = [requesterId, request.beneficiary.personId].filter((one) => one !== null);
  return {
    ...request,
    requesterId,
    people: [...new Set(whose.length === 0 ? [trip.visitorId] : whose)],
    operatorId: trip.visitorId,
    channel: trip.writes,
    timeline: request.timeline.map((entry) => ({ ...entry, says })),
  };
}

/** A spoken need: the desk hears it at once, others after the check. */
async function heard(run: RunContext, visitor: Person, audio: unknown): Promise<ServiceRequest['audio']> {
  if (typeof audio !== 'object' || audio === null) return null;
  const [fileId, seconds] = [Reflect.get(audio, 'fileId'), Reflect.get(audio, 'seconds')];
  if (typeof fileId !== 'string' || typeof seconds !== 'number') return null;
  const caller = { id: visitor._id, openid: openidOf(visitor) };
  return { ...(await attach(run, caller, 'audio', fileId)), seconds };
}
