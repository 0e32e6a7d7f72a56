import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { Activity } from './model';

/** What volunteers are told, as effects of the update that changed the activity; pure. */

const PAGE = '/packages/service/activity/activity?id=';

function tell(
  activity: Activity,
  to: string,
  key: string,
  title: string,
  text: string,
  by: string,
  now: number,
): Effect {
  const data = { to, template: 'progress', title, text, link: `${PAGE}${activity._id}`, urgent: false };
  return promise(`${activity._id}:${key}:${to}`, 'notify', data, by, now);
}

export function tellHours(activity: Activity, by: string, now: number): Activity {
  const text = `《${activity.title}》您的服务时长记了个草稿，对不对您看一眼`;
  const fresh = activity.volunteers.map(({ personId }) =>
    tell(activity, personId, 'draft', '核一下服务时长', text, by, now),
  );
  return { ...activity, effects: [...activity.effects, ...fresh] };
}

export function tellCancelled(activity: Activity, by: string, now: number): Activity {
  const text = `${sayTime(activity.startsAt, now)}的《${activity.title}》不办了：${activity.cancelled}`;
  const fresh = activity.volunteers.map(({ personId }) =>
    tell(activity, personId, 'cancelled', '这个活动不办了', text, by, now),
  );
  return { ...activity, effects: [...activity.effects, ...fresh] };
}

/** Told of an answer to one's request, and of the certificate. */
export function tellAnswer(
  activity: Activity,
  seat: string,
  what: 'settled' | 'certified',
  by: string,
  now: number,
): Activity {
  const one = activity.volunteers.find((volunteer) => volunteer.seat === seat);
  if (one === undefined) return activity;
  const effect =
    what === 'settled'
      ? tell(
          activity,
          one.personId,
          `settled:${now}`,
          '时长改过了',
          `《${activity.title}》的时长改过了，您再核一眼`,
          by,
          now,
        )
      : tell(
          activity,
          one.personId,
          `certified:${now}`,
          '时长认下来了',
          `《${activity.title}》的时长认下来了，能开证明`,
          by,
          now,
        );
  return { ...activity, effects: [...activity.effects, effect] };
}
