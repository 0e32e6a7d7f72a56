import type { ComingVisit } from '../../../contract/trip';
import { joined, steady } from '../../../lib/text';
import { dayTime, spoken } from '../../../lib/time';

export interface ComingLook {
  id: string;
  title: string;
  when: string;
  who: string;
  /** '' without one: the first character stands in its place. */
  picture: string;
  name: string;
  code: string;
  link: string;
  sample: boolean;
}

/** @param elder read out as one says it · now by the server's clock, epoch ms */
export function comingLook(visit: ComingVisit, elder: boolean, now: number): ComingLook {
  const { id, who, visitor, at, title, code, until, forWhom, requestId, sample } = visit;
  const whose = forWhom === '' ? '您家' : `${forWhom}家`;
  return {
    id,
    title: title === '' ? `到${whose}敲门，问问缺啥` : `到${whose}：${title}`,
    when: steady(elder ? `${spoken(at, now)}前后` : `${dayTime(at, now)} 前后`),
    who: joined(who.role, who.name === who.role ? '' : who.name),
    picture: visitor.picture ?? '',
    name: who.name,
    code: until > now ? code : '',
    link: requestId === null ? '' : `/packages/service/request/request?id=${requestId}`,
    sample,
  };
}
