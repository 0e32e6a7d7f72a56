import type { ActionName, InputOf } from '@contract/actions';
import type { RefusalCode } from '@contract/errors';
import type { Town } from '../support/town';

/**
 * Everybody whose rights the matrix knows: the keys of the sample people, and somebody who has never
 * been here. What each stands for is in `database/seed/samples/people.ts`.
 */
export const CAST = [
  'stranger',
  'elder',
  'resident',
  'daughter',
  'member',
  'member-b',
  'host',
  'grid',
  'dispatcher',
  'liaison',
  'office',
  'committee',
  'auditor',
  'admin',
  'lead',
] as const;
export type Actor = (typeof CAST)[number];
/** What comes of it: done, or refused with this code. */
export type Verdict = 'ok' | RefusalCode;

export interface Scene<Name extends ActionName> {
  /** Who does it in the replay, the fault sweep and the fuzz: somebody whose verdict is `ok`. */
  by: Actor;
  input: InputOf<Name>;
  /** Under which a file was sent up beforehand; any other without. */
  rid?: string;
}

/** The row of one action: what it needs to succeed, and what each of the cast gets there. */
export interface Row<Name extends ActionName> {
  /** Brings a fresh town (`t` as seeded) to where the action can succeed. Deterministic; may move the clock. */
  scene(t: Town): Promise<Scene<Name>>;
  /** Every cell is written out; `others` only where at least ten are alike. */
  /** Collection in which a wrong code is counted: the one thing that a refusal may write. */
  tries?: string;
  expect:
    | Readonly<Record<Actor, Verdict>>
    | (Readonly<Partial<Record<Actor, Verdict>>> & { others: Verdict });
}

/** Rows of one topic; `rows/index.ts` puts them together and does not compile while an action lacks its row. */
export type Rows<Names extends ActionName> = { readonly [Name in Names]: Row<Name> };
