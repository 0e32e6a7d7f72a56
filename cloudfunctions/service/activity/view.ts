import type {
  ActivityCard,
  ActivityCommand,
  ActivityDesk,
  ActivityView,
  HoursLine,
  HoursView,
} from '@contract/activity';
import { dayOf } from '../../core/calendar';
import { shortCode } from '../../core/ids';
import { hoursMachine } from './machine';
import type { Activity, Volunteer } from './model';
import { volunteerOf } from './places';

/** Who reads an activity. */
export interface ActivityReader {
  personId: string | null;
  /** May open the organiser's desk. */
  lead: boolean;
}

/** Number of a certified record: the day it was certified and a short code that can be read aloud. */
export function numberOf(activity: Activity, one: Volunteer): string {
  const at = one.hours?.certifiedAt ?? null;
  return at === null
    ? ''
    : `${dayOf(at).replaceAll('-', '')}-${shortCode('hours', activity._id + one.seat, 6)}`;
}

export function hoursView(activity: Activity, one: Volunteer | null): HoursView | null {
  if (one === null || one.hours === null) return null;
  const { state, minutes, words } = one.hours;
  return { state, minutes, words, no: numberOf(activity, one) };
}

export function activityCard(activity: Activity, personId: string | null): ActivityCard {
  return {
    id: activity._id,
    title: activity.title,
    kind: activity.kind,
    project: activity.project,
    team: activity.team,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    place: activity.place,
    state: activity.state,
    left: activity.open,
    mine: volunteerOf(activity, personId) !== null,
    sample: activity.sample,
  };
}

/** The page draws its buttons from this. */
function nextFor(activity: Activity, reader: ActivityReader, now: number): ActivityCommand[] {
  const next: ActivityCommand[] = [];
  const mine = volunteerOf(activity, reader.personId);
  if (activity.state === 'open' && now < activity.startsAt) {
    if (mine !== null) next.push('leave');
    else if (activity.open > 0) next.push('join');
  }
  if (mine?.hours) {
    const { on } = hoursMachine.states[mine.hours.state];
    if (on.confirm) next.push('confirm_hours');
    if (on.correct) next.push('correct_hours');
    if (on.not_there) next.push('not_there');
  }
  if (reader.lead) next.push('desk');
  return next;
}

export function activityView(activity: Activity, reader: ActivityReader, now: number): ActivityView {
  return {
    ...activityCard(activity, reader.personId),
    text: activity.text,
    bring: activity.bring,
    places: activity.places,
    cancelled: activity.cancelled,
    hours: hoursView(activity, volunteerOf(activity, reader.personId)),
    next: nextFor(activity, reader, now),
  };
}

export function deskView(activity: Activity, reader: ActivityReader, now: number): ActivityDesk {
  return {
    activity: activityView(activity, reader, now),
    roster: activity.volunteers.map((one) => ({
      seat: one.seat,
      name: one.name,
      hours: hoursView(activity, one),
      self: one.personId === reader.personId,
    })),
    canCancel: activity.state === 'open' && now < activity.startsAt,
  };
}

export function hoursLine(activity: Activity, personId: string): HoursLine | null {
  const hours = hoursView(activity, volunteerOf(activity, personId));
  if (hours === null) return null;
  const { title, team, startsAt, endsAt, sample } = activity;
  return { activityId: activity._id, title, team, startsAt, endsAt, hours, sample };
}
