import type { MatterState } from '@contract/governance';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { refuse } from '../../core/refusal';
import { matterMachine } from './machine';
import type { CommitteeMatter } from './model';

/** Decisions on a matter of the committee: document and command in, next document out; pure. */

function open(matter: CommitteeMatter): void {
  if (matter.state !== 'signing') refuse('NOT_NOW');
}

/**
 * One voice a member and wording. `quorum` different members of one mind end it; a dissent stays in
 * the record. @throws NOT_NOW, WORDS_CHANGED, SIGNED_ALREADY
 */
export function sign(
  matter: CommitteeMatter,
  voice: { round: number; agrees: boolean; word: string },
  quorum: number,
  step: Act,
): CommitteeMatter {
  open(matter);
  if (voice.round !== matter.round) refuse('WORDS_CHANGED');
  if (matter.voices.some(({ by }) => by === step.by)) refuse('SIGNED_ALREADY');
  const { agrees, word } = voice;
  const voices = [...matter.voices, { by: step.by, agrees, word, at: step.now }];
  const signed = noted({ ...matter, voices }, step, agrees ? 'agree' : 'disagree');
  if (voices.filter((one) => one.agrees === agrees).length < quorum) return signed;
  return concluded(signed, agrees ? 'carry' : 'turn_down', step);
}

function concluded(matter: CommitteeMatter, command: 'carry' | 'turn_down', step: Act): CommitteeMatter {
  const state: MatterState = matterMachine.states.signing.on[command]?.to ?? refuse('NOT_NOW');
  return noted({ ...matter, state, concludedAt: step.now }, step, command);
}

/** New words ask everybody anew; what was said to the old ones stays with them. @throws NOT_NOW */
export function amend(matter: CommitteeMatter, words: string, step: Act): CommitteeMatter {
  open(matter);
  const { round, voices } = matter;
  const earlier = [...matter.earlier, { round, words: matter.words, voices }];
  return noted({ ...matter, words, round: round + 1, voices: [], earlier }, step, 'amend');
}

/** @throws NOT_NOW */
export function withdraw(matter: CommitteeMatter, reason: string, step: Act): CommitteeMatter {
  open(matter);
  return noted({ ...matter, state: 'withdrawn', reason, concludedAt: step.now }, step, 'withdraw');
}
