import type { ActionName, InputOf } from '@contract/actions';
import type { CallReply } from '@contract/envelope';
import type { Town } from '../../support/town';

/** Somebody who wants it at the same moment as the others. */
export interface Rival<Name extends ActionName = ActionName> {
  /** Key of a sample person, or of somebody who has never been here. */
  by: string;
  name: Name;
  input: InputOf<Name>;
}

/** Name and input belong together. */
export const rival = <Name extends ActionName>(by: string, name: Name, input: InputOf<Name>): Rival => ({
  by,
  name,
  // Held to the name by the signature above; in the list every rival is of some name.
  input: input as InputOf<ActionName>,
});

export interface Outcome {
  /** The document they met at, as it is stored now. */
  stored: object;
  /** In the order of the rivals. */
  replies: readonly CallReply<unknown>[];
}

/** One race: what is there, who wants it, and how one sees that two got it. */
export interface Race {
  /** The one document that decides: `sessions/s-small`. */
  prize: string;
  rivals: readonly Rival[];
  /** What is wrong with the outcome, in words; '' when nothing is. */
  trouble(outcome: Outcome): string;
}

/** Brings a fresh town to where the race begins. Deterministic. */
export type Contest = (t: Town) => Promise<Race>;

export const succeeded = ({ replies }: Outcome): number => replies.filter((reply) => reply.ok).length;

/** As many entries of that command in the timeline as were told that they did it. */
export function entriesOf({ stored }: Outcome, command: string): number {
  // Every aggregate has a timeline.
  const { timeline } = stored as { timeline: readonly { command: string }[] };
  return timeline.filter((entry) => entry.command === command).length;
}

export const onlyOne = (outcome: Outcome, what: string): string =>
  succeeded(outcome) === 1 ? '' : `${succeeded(outcome)} were told that ${what}`;
