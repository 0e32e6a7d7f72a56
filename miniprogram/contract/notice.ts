import type { Read, Write } from './kinds';

/** 惠民信息公告 (S69): put up by the office or a desk until its last day. Nothing is sold here (G9). */
export interface NoticeView {
  id: string;
  title: string;
  text: string;
  /** Its last day; epoch ms. */
  until: number;
  /** `null`: the whole street. */
  communityId: string | null;
  sample: boolean;
}

export type NoticeActions = {
  /** What holds today, and the most that may be laid out for a neighbour, in yuan. */
  'notice.list': Read<
    { communityId: string | null },
    { items: NoticeView[]; ceiling: number; keeps: boolean }
  >;
  'notice.put': Write<
    { title: string; text: string; until: number; communityId: string | null },
    { items: NoticeView[] }
  >;
  'notice.withdraw': Write<{ id: string }, { items: NoticeView[] }>;
};
