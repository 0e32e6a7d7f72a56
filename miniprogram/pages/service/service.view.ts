import type { OutputOf } from '../../contract/actions';
import { SERVICE_CATEGORIES, type ServiceCategory } from '../../contract/words';
import { type RequestLine, requestLine } from '../../lib/request-line';

export interface ServiceLook {
  open: RequestLine[];
  /** The last ones that came to an end, newest first. */
  ended: RequestLine[];
}

const ENDED_SHOWN = 5;

/** @param now by the server's clock, epoch ms. */
export function serviceLook(output: OutputOf<'request.mine'>, now: number): ServiceLook {
  return {
    open: output.open.map((card) => requestLine(card, now)),
    ended: output.ended.slice(0, ENDED_SHOWN).map((card) => requestLine(card, now)),
  };
}

const ICONS: Record<ServiceCategory, string> = {
  elder_care: 'usergroup',
  warm_home: 'home',
  child_care: 'cake',
  home_clinic: 'hospital',
  housekeeping: 'brush',
  wish: 'heart',
  errand: 'map-route-planning',
};

export interface CategoryWay {
  value: ServiceCategory;
  icon: string;
  word: string;
  link: string;
}

/** S72: the seven kinds of service, each the catalogue's shelf; what is not there is said in one sentence. */
export function categoryWays(): CategoryWay[] {
  // The keys of a closed list of words are its values.
  return (Object.keys(SERVICE_CATEGORIES) as ServiceCategory[]).map((value) => ({
    value,
    icon: ICONS[value],
    word: SERVICE_CATEGORIES[value],
    link: `/packages/service/catalogue/catalogue?category=${value}`,
  }));
}
