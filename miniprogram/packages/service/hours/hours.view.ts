import type { HoursLine } from '../../../contract/activity';
import { hoursWord, length, teamWord } from '../../../lib/activity-line';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { day } from '../../../lib/time';

export interface HoursRow {
  id: string;
  title: string;
  sub: string;
  word: string;
  tone: Tone;
  sample: boolean;
  link: string;
}

/** @param now by the server's clock, epoch ms. */
export function hoursRow(line: HoursLine, now: number): HoursRow {
  const certified = line.hours.state === 'certified';
  const page = certified ? 'certificate/certificate' : 'activity/activity';
  return {
    id: line.activityId,
    title: line.title,
    sub: joined(day(line.startsAt, now), length(line.hours.minutes), teamWord(line.team)),
    ...hoursWord(line.hours),
    sample: line.sample,
    link: `/packages/service/${page}?id=${line.activityId}`,
  };
}
