import type { RelayView } from '../../../../contract/relay';
import type { WishCard } from '../../../../contract/service';
import { waited } from '../../../../lib/time';

export interface RelayLine {
  id: string;
  title: string;
  text: string;
  link: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function relayLines({ courseId, wishes }: RelayView, now: number): RelayLine[] {
  return wishes.map((wish: WishCard) => ({
    id: wish.id,
    title: wish.text,
    text: waited(wish.since, now),
    link: `/packages/service/wish/wish?id=${wish.id}&course=${courseId}`,
    sample: wish.sample,
  }));
}

/** What residents confirmed; '' while there is nothing to say. */
export function confirmedText(confirmed: number): string {
  return confirmed === 0 ? '' : `学了去办的，街坊点头说办好了 ${confirmed} 件`;
}
