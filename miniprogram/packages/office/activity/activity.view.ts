import type { ActivityDesk } from '../../../contract/activity';
import { hoursWord, length, placeWord, teamWord } from '../../../lib/activity-line';
import type { Tone } from '../../../lib/labels';
import { span } from '../../../lib/time';

export interface PersonRow {
  seat: string;
  name: string;
  length: string;
  minutes: number;
  word: string;
  tone: Tone;
  /** What they wrote when asking for a correction. */
  words: string;
  certify: boolean;
  settle: boolean;
  /** Why there is no button. */
  note: string;
}

export interface DeskLook {
  title: string;
  when: string;
  team: string;
  word: string;
  tone: Tone;
  sample: boolean;
  roster: PersonRow[];
  empty: string;
  canCancel: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function deskLook({ activity, roster, canCancel }: ActivityDesk, now: number): DeskLook {
  return {
    title: activity.title,
    when: span(activity.startsAt, activity.endsAt, now),
    team: teamWord(activity.team),
    ...placeWord(activity),
    sample: activity.sample,
    roster: roster.map(({ seat, name, hours, self }) => ({
      seat,
      name,
      length: hours === null ? '' : length(hours.minutes),
      minutes: hours === null ? 0 : hours.minutes,
      ...(hours === null ? { word: '报了名', tone: 'plain' as const } : hoursWord(hours)),
      words: hours?.state === 'asked' ? hours.words : '',
      certify: !self && hours?.state === 'confirmed',
      settle: !self && hours?.state === 'asked',
      note: self && hours !== null ? '自己的时长由教务来认' : '',
    })),
    empty: roster.length === 0 ? '还没有人报名' : '',
    canCancel,
  };
}
