import type { ContentBody, DraftState } from '@contract/content';
import type { ContentKind, ReviewStage } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/** One reading of one submission (S28). Names are looked up for the reader. */
export interface Reading {
  /** Which submission it was of: what was sent back is read anew by everybody. */
  round: number;
  stage: ReviewStage;
  by: string;
  at: number;
  passed: boolean;
  reason: string;
}

/**
 * An edition of something that is to become public, on its way through three readings. What can be
 * seen meanwhile is the edition before it: that stands in `courses`, `recordedLessons`, `policies`.
 */
export interface ContentDraft extends Aggregate {
  kind: ContentKind;
  contentId: string;
  edition: number;
  body: ContentBody;
  state: DraftState;
  round: number;
  writerId: string;
  readings: readonly Reading[];
}

export const contentDrafts: AggregateDefinition<ContentDraft> = {
  collection: 'contentDrafts',
  schema: 1,
  // No reading happens by waiting.
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** An edition is written once: two who begin it at the same time meet in one document. */
export const draftId = (kind: ContentKind, contentId: string, edition: number) =>
  derivedId('draft', kind, contentId, String(edition));

export function titleOf(body: ContentBody, policies: Readonly<Record<string, string>>): string {
  return body.kind === 'policy' ? (policies[body.policy] ?? '') : body.title;
}
