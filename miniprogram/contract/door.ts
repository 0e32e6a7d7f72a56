import type { Read, Write } from './kinds';
import type { ConsoleView } from './school';

/** 帮着点名的人: somebody on the roster whom the host asks to help at the door of this one class. */

/** A seat that fits what was typed; the name as the roster shows it. */
export interface DoorMatch {
  seat: string;
  name: string;
  arrived: boolean;
}

/** Three at most, never the list. `more`: others fit as well, so the seat's digits are asked for. */
export interface DoorView {
  matches: DoorMatch[];
  more: boolean;
}

export type DoorActions = {
  /** The host asks somebody by their seat, or takes it back. */
  'session.steward': Write<{ id: string; seat: string; on: boolean }, ConsoleView>;
  /** `said`: the first character of a name, or the four digits of a seat. */
  'session.door': Read<{ id: string; said: string }, DoorView>;
  'session.door_mark': Write<{ id: string; seat: string }, DoorMatch>;
};
