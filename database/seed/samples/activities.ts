import { HOUR, timeOnDay } from '../../../cloudfunctions/core/calendar';
import { type Activity, shelfOf } from '../../../cloudfunctions/service/activity/model';
import { base } from '../base';

type Sample = Pick<
  Activity,
  '_id' | 'title' | 'text' | 'kind' | 'project' | 'teamId' | 'team' | 'bring' | 'startsAt' | 'places'
>;

/** Activities of a demonstration, of the kinds and projects that the seed names; all marked as samples. */
function plans(now: number): Sample[] {
  const scissors = { teamId: 'scissors', team: { id: 'scissors', name: '金剪刀' } };
  return [
    {
      ...scissors,
      _id: 'a-hair',
      title: '给长者理个发',
      text: '会剪的剪，不会的扫地、递毛巾、陪着说话。',
      kind: 'comfort',
      project: 'sunset',
      bring: ['剪刀（有就带）', '围布'],
      startsAt: timeOnDay(now, '09:00', 2),
      places: 6,
    },
    {
      _id: 'a-yard',
      title: '把楼门口的雪清了',
      text: '先清台阶，再清坡道。铲子社区有。',
      kind: 'environment',
      project: null,
      teamId: 'wish',
      team: { id: 'wish', name: '微心愿' },
      bring: ['手套'],
      startsAt: timeOnDay(now, '08:30', 3),
      places: 10,
    },
    {
      ...scissors,
      _id: 'a-pair',
      title: '陪一位长者去办证',
      text: '两个人一起去，一个推车一个排队。',
      kind: 'poverty',
      project: null,
      bring: [],
      startsAt: timeOnDay(now, '13:30', 4),
      places: 2,
    },
  ];
}

export function sampleActivities(now: number): Activity[] {
  return plans(now).map((plan) => ({
    ...base(plan._id, now),
    ...plan,
    place: '样例地点',
    endsAt: plan.startsAt + 2 * HOUR,
    state: 'open',
    shelf: shelfOf('open'),
    open: plan.places,
    volunteers: [],
    cancelled: '',
    wakeAt: plan.startsAt,
    sample: true,
  }));
}
