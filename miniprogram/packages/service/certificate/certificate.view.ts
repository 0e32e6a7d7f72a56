import type { CertificateView } from '../../../contract/activity';
import { ACTIVITY_KINDS } from '../../../contract/words';
import { length, teamWord } from '../../../lib/activity-line';
import { known } from '../../../lib/text';
import { calendarDay, clock } from '../../../lib/time';

export interface CertificateLook {
  no: string;
  text: string;
  issuer: string;
  date: string;
  sample: boolean;
}

/** Who, what, how long, by whom, number and date (workflows 2.7); what nobody has given stays 待填写. */
export function certificateLook(view: CertificateView): CertificateLook {
  const when = `${calendarDay(view.startsAt)} ${clock(view.startsAt)}至${clock(view.endsAt)}`;
  return {
    no: view.no,
    text: `${known(view.name)}于 ${when}，参加${teamWord(view.team)}组织的${ACTIVITY_KINDS[view.kind]}活动《${view.title}》，服务时长 ${length(view.minutes)}。`,
    issuer: known(view.issuer),
    date: calendarDay(view.certifiedAt),
    sample: view.sample,
  };
}
