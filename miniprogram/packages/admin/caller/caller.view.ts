import type { CallerView } from '../../../contract/caller';
import { type RequestLine, requestLine } from '../../../lib/request-line';
import { joined } from '../../../lib/text';

export interface CallerCard {
  id: string;
  name: string;
  sample: boolean;
  line: string;
  open: RequestLine[];
  /** The composer on behalf of their card; '' where there is none. */
  speak: string;
  joining: CallerView['joining'];
  /** Where what they ask about their data is taken down. */
  rights: string;
}

/** At the desk a matter opens as the desk's own page. */
export function callerCards(people: readonly CallerView[], now: number): CallerCard[] {
  return people.map(({ id, name, sample, elder, community, building, cardId, open, joining }) => ({
    id,
    name: name === '' ? '没留称呼' : name,
    sample,
    line: joined(community, building, elder && '长者或腿脚不便'),
    open: open.map((card) => ({
      ...requestLine(card, now),
      link: `/packages/office/matter/matter?id=${card.id}`,
    })),
    speak:
      cardId === null
        ? ''
        : `/packages/service/say/say?for=household&person=${cardId}&name=${encodeURIComponent(name)}`,
    joining,
    rights: `/packages/admin/rights/rights?person=${id}&name=${encodeURIComponent(name)}`,
  }));
}
