import { noted } from '../../core/act';
import { birth } from '../../core/birth';
import { MINUTE } from '../../core/calendar';
import { derivedId, shortCode } from '../../core/ids';
import type { ServiceRequest } from '../request/model';
import { activities } from './definition';
import { drafted } from './hours';
import type { Activity } from './model';
import { tellHours } from './notices';

/**
 * Hours of a wish that was made true (workflows 2.7: 服务单完成自动生成时长草稿): one record of the team 微心愿, a
 * place for each who came. How long it took nobody wrote down: the draft is a usual length, and each confirms or
 * corrects their own before the lead certifies it. Of the household it holds nothing. Pure.
 */

/** Whose wishes these are (S64). */
export const WISH_TEAM = 'wish';

/** Another helper, after it was opened again, has a record of their own. */
export const wishActivityId = (request: Pick<ServiceRequest, '_id'>, helperId: string): string =>
  derivedId('activity', `wish:${request._id}`, helperId);

export interface Helped {
  personId: string;
  name: string;
}

export interface WishStep {
  now: number;
  rid: string;
  invocation: string;
  minutes: number;
  team: Activity['team'];
  place: string;
}

/** @param who everybody who came as a volunteer, who claimed it first */
export function ofWish(
  request: ServiceRequest,
  id: string,
  who: readonly Helped[],
  step: WishStep,
): Activity {
  const { now, rid, invocation, minutes, team, place } = step;
  const delivered = request.timeline.findLast(({ command }) => command === 'deliver');
  const endsAt = delivered?.occurredAt ?? delivered?.at ?? request.enteredAt;
  const activity: Activity = {
    ...birth(
      id,
      activities.schema,
      who.map(({ personId }) => personId),
      now,
    ),
    sample: request.sample,
    title: request.title,
    text: request.publicText,
    kind: 'comfort',
    project: 'wish',
    teamId: WISH_TEAM,
    team,
    place,
    bring: [],
    startsAt: endsAt - minutes * MINUTE,
    endsAt,
    state: 'ended',
    shelf: 'past',
    places: who.length,
    open: 0,
    volunteers: who.map(({ personId, name }) => ({
      personId,
      seat: shortCode('seat', `${id}:${personId}`, 8),
      name,
      at: endsAt,
      hours: null,
    })),
    cancelled: '',
  };
  return tellHours(noted(drafted(activity), { now, rid, by: 'system' }, 'end'), invocation, now);
}
