import type { NoticeView } from '@contract/notice';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** 惠民信息公告 (S69). All of it is public while it is shown. */
export interface Notice extends Aggregate {
  title: string;
  text: string;
  /** End of its last day; epoch ms. */
  until: number;
  communityId: string | null;
  shown: boolean;
}

/** It comes down by itself when its last day is over. */
export const notices: AggregateDefinition<Notice> = {
  collection: 'notices',
  schema: 1,
  nextTimer: ({ shown, until }) => (shown ? until : null),
  onTimer(notice, { now, rid }) {
    if (!notice.shown || notice.until > now) return notice;
    const entry = { rid, at: now, by: 'system', command: 'end' };
    return { ...notice, shown: false, timeline: [...notice.timeline, entry] };
  },
};

export function noticeView({ _id, title, text, until, communityId, sample }: Notice): NoticeView {
  return { id: _id, title, text, until, communityId, sample };
}
