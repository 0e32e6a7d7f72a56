import type { AggregateDefinition } from '../../core/aggregate';
import type { Share } from './model';

/** What is offered goes from the page on its last day by itself. */
export const shares: AggregateDefinition<Share> = {
  collection: 'shares',
  schema: 1,
  nextTimer: ({ open, until }) => (open ? until : null),
  onTimer(share, { now, rid }) {
    if (!share.open || share.until === null || share.until > now) return share;
    const entry = { rid, at: now, by: 'system', command: 'end' };
    return { ...share, open: false, timeline: [...share.timeline, entry] };
  },
};
