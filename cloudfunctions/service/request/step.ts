import type { PersonLine } from '@contract/people';
import type { RequestCommands } from '@contract/request-states';
import type { Settings } from '../../core/settings';
import type { Actor } from './actors';
import type { Helper, SystemCommand } from './model';

type NoInput = Record<never, never>;
export type Inputs = RequestCommands & Record<SystemCommand, NoInput>;

/** Everything a decision may know beside the document and the command. */
export interface RequestStep {
  now: number;
  rid: string;
  /** Person id, or `system`. */
  by: string;
  /** How whoever acts is shown in the timeline. */
  who: PersonLine;
  actors: ReadonlySet<Actor>;
  settings: Settings;
  invocation: string;
  /** Whom the desk chose, or who claims: looked up before the decision. */
  helper?: Helper;
  department?: { id: string; name: string };
  /** Done at the door without network, sent later. */
  occurredAt: number | null;
}
