import type { AwardCommand, AwardCommands } from '@contract/award';
import { afterWorkdays } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import { type AwardActor, awardMachine } from './machine';
import type { Nomination, Voice } from './model';

/** Decisions on a nomination: document and command in, next document or a named refusal out; pure. */

export interface AwardStep {
  now: number;
  rid: string;
  by: string;
  actors: ReadonlySet<AwardActor>;
  noticeWorkdays: number;
  /** How many different members carry a decision of the committee (S26: 重要事项共同研究). */
  quorum: number;
}

export type AwardOrder = {
  [Command in AwardCommand]: { command: Command } & AwardCommands[Command];
}[AwardCommand];

/** @throws NOT_ALLOWED, AWARD_NOT_NOW, AWARD_OWN_HAND */
export function decide(before: Nomination, order: AwardOrder, step: AwardStep): Nomination {
  const rule = awardMachine.states[before.state].on[order.command] ?? refuse('AWARD_NOT_NOW');
  if (!rule.by.some((actor) => step.actors.has(actor))) refuse('NOT_ALLOWED');
  const moved = noted({ ...before, state: rule.to }, step, order.command);
  switch (order.command) {
    case 'take_up':
      return ownHand(before, step, moved);
    case 'verify':
      return ownHand(before, step, {
        ...moved,
        story: order.story,
        note: order.note,
        consent: order.consent,
        verifiedBy: step.by,
        voices: [],
      });
    case 'turn_down':
      return ownHand(before, step, closed(moved, order.reason, step));
    case 'agree':
      return spoken(before, { by: step.by, agrees: true, reason: '' }, step, {
        ...moved,
        until: afterWorkdays(step.now, step.noticeWorkdays),
      });
    case 'disagree':
      return spoken(
        before,
        { by: step.by, agrees: false, reason: order.reason },
        step,
        closed(moved, order.reason, step),
      );
    case 'object':
      return {
        ...moved,
        until: null,
        objections: [...before.objections, { by: step.by, words: order.words, at: step.now }],
      };
    case 'reconsider':
      return { ...moved, note: order.note, voices: [] };
    case 'uphold':
      return closed(moved, order.reason, step);
  }
}

/** Nobody verifies what they nominated. */
function ownHand(before: Nomination, step: AwardStep, after: Nomination): Nomination {
  return before.nominatorId === step.by ? refuse('AWARD_OWN_HAND') : after;
}

/** One voice a member and round; the last of the same kind that was wanting moves it. */
function spoken(before: Nomination, voice: Voice, step: AwardStep, carried: Nomination): Nomination {
  if (before.nominatorId === step.by || before.verifiedBy === step.by) refuse('AWARD_OWN_HAND');
  if (before.voices.some(({ by }) => by === step.by)) refuse('AWARD_NOT_NOW');
  const voices = [...before.voices, voice];
  const same = voices.filter(({ agrees }) => agrees === voice.agrees).length;
  if (same >= step.quorum) return { ...carried, voices };
  return noted({ ...before, voices }, step, voice.agrees ? 'agree' : 'disagree');
}

function closed(moved: Nomination, reason: string, step: AwardStep): Nomination {
  return { ...moved, reason, until: null, decidedAt: step.now };
}

export function noted(
  nomination: Nomination,
  step: Pick<AwardStep, 'now' | 'rid' | 'by'>,
  command: string,
): Nomination {
  const entry = { rid: step.rid, at: step.now, by: step.by, command };
  return { ...nomination, timeline: [...nomination.timeline, entry] };
}
