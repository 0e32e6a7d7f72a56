import type { ContentBody } from '@contract/content';
import type { ReviewStage } from '@contract/words';
import { noted } from '../../core/act';
import { refuse } from '../../core/refusal';
import { contentMachine, type DraftActor } from './machine';
import type { ContentDraft } from './model';

/** Decisions on a draft; pure. */

export interface DraftStep {
  now: number;
  rid: string;
  by: string;
  actors: ReadonlySet<DraftActor>;
}

export type DraftOrder =
  | { command: 'write'; body: ContentBody }
  | { command: 'submit' }
  | { command: 'pass'; stage: ReviewStage }
  | { command: 'send_back'; stage: ReviewStage; reason: string }
  | { command: 'drop' };

/** @throws NOT_NOW, NOT_ALLOWED, READ_BY_ANOTHER */
export function decide(draft: ContentDraft, order: DraftOrder, step: DraftStep): ContentDraft {
  const rule = contentMachine.states[draft.state].on[order.command] ?? refuse('NOT_NOW');
  if (!rule.by.some((actor) => step.actors.has(actor))) refuse('NOT_ALLOWED');
  const moved = noted({ ...draft, state: rule.to }, step, order.command);
  switch (order.command) {
    case 'write':
      return { ...moved, body: order.body };
    case 'submit':
      return { ...moved, round: draft.round + 1 };
    case 'drop':
      return moved;
    case 'pass':
      return read(draft, moved, { stage: order.stage, passed: true, reason: '' }, step);
    case 'send_back':
      return read(draft, moved, { stage: order.stage, passed: false, reason: order.reason }, step);
  }
}

function read(
  draft: ContentDraft,
  moved: ContentDraft,
  said: { stage: ReviewStage; passed: boolean; reason: string },
  step: DraftStep,
): ContentDraft {
  // Somebody else has read this stage meanwhile: what was pressed was not the next one.
  if (said.stage !== draft.state) refuse('NOT_NOW');
  if (said.passed && hasRead(draft, step.by)) refuse('READ_BY_ANOTHER');
  const reading = { ...said, round: draft.round, by: step.by, at: step.now };
  return { ...moved, readings: [...draft.readings, reading] };
}

/** Whether this person passed an earlier stage of what was submitted last. */
export function hasRead(draft: Pick<ContentDraft, 'readings' | 'round'>, person: string | null): boolean {
  return draft.readings.some(({ by, round, passed }) => by === person && round === draft.round && passed);
}
