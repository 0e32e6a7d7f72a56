import type { OutputOf } from '../../../contract/actions';
import { POLICIES } from '../../../contract/words';
import { contentLine, draftLine } from '../lib/governance-line';

/** The school's rules: each is read, and written anew, on a page of its own (S27–S29). */
export const POLICY_LINES = Object.entries(POLICIES).map(([policy, title]) => ({
  policy,
  title,
  link: `/packages/school/policy/policy?policy=${policy}`,
}));

export interface ContentLook {
  turns: ReturnType<typeof draftLine>[];
  drafts: ReturnType<typeof draftLine>[];
  dropped: ReturnType<typeof draftLine>[];
  stale: ReturnType<typeof contentLine>[];
  items: ReturnType<typeof contentLine>[];
  canWrite: boolean;
}

export function contentLook(desk: OutputOf<'content.desk'>, now: number): ContentLook {
  return {
    turns: desk.turns.map((card) => draftLine(card, now)),
    drafts: desk.drafts.map((card) => draftLine(card, now)),
    dropped: desk.dropped.map((card) => draftLine(card, now)),
    stale: desk.stale.map((card) => contentLine(card, now)),
    items: desk.items.map((card) => contentLine(card, now)),
    canWrite: desk.canWrite,
  };
}
