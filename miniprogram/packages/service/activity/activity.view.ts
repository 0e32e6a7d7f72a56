import type { ActivityCommand, ActivityView } from '../../../contract/activity';
import { ACTIVITY_KINDS, SERVICE_PROJECTS } from '../../../contract/words';
import { hoursWord, length, placeWord, teamWord } from '../../../lib/activity-line';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { span, spoken } from '../../../lib/time';

export interface ActivityLook {
  title: string;
  when: string;
  spoken: string;
  place: string;
  team: string;
  kind: string;
  text: string;
  bring: string;
  word: string;
  tone: Tone;
  sample: boolean;
  news: string;
  /** The one red button; '' for none. */
  main: '' | 'join' | 'confirm_hours';
  mainWord: string;
  hours: { length: string; minutes: number; word: string; tone: Tone; certified: boolean } | null;
  canLeave: boolean;
  canCorrect: boolean;
  canSkip: boolean;
  desk: boolean;
}

const MAIN: Readonly<Partial<Record<ActivityCommand, string>>> = {
  join: '算我一个',
  confirm_hours: '对，是这么长',
};

/** @param now by the server's clock, epoch ms. */
export function activityLook(view: ActivityView, now: number): ActivityLook {
  const main = view.next.includes('join')
    ? 'join'
    : view.next.includes('confirm_hours')
      ? 'confirm_hours'
      : '';
  const { hours } = view;
  return {
    title: view.title,
    when: span(view.startsAt, view.endsAt, now),
    spoken: spoken(view.startsAt, now),
    place: view.place,
    team: teamWord(view.team),
    kind: joined(ACTIVITY_KINDS[view.kind], view.project !== null && SERVICE_PROJECTS[view.project]),
    text: view.text,
    bring: view.bring.join('、'),
    ...placeWord(view),
    sample: view.sample,
    news: view.state === 'cancelled' ? `这个活动不办了：${view.cancelled}` : '',
    main,
    mainWord: main === '' ? '' : (MAIN[main] ?? ''),
    hours:
      hours === null
        ? null
        : {
            length: length(hours.minutes),
            minutes: hours.minutes,
            ...hoursWord(hours),
            certified: hours.state === 'certified',
          },
    canLeave: view.next.includes('leave'),
    canCorrect: view.next.includes('correct_hours'),
    canSkip: view.next.includes('not_there'),
    desk: view.next.includes('desk'),
  };
}
