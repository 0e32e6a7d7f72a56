import type { SlipOf } from '@contract/paper';
import * as v from 'valibot';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { readShortCode, shortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';

/**
 * A slip of paper that is to come back: its short code leads to what it is about. `_id` is the code, which
 * follows from the target and the edition, so that printing twice makes one slip, and printing after a slip was
 * revoked one with another code.
 */
export interface Slip extends Aggregate {
  of: SlipOf;
  target: string;
  /** From 1; absent on slips from before there were editions. */
  edition?: number;
  /** Lost: its code has opened nothing since. */
  revoked?: { at: number; by: string };
}

export const slips: AggregateDefinition<Slip> = {
  collection: 'slips',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** A code as it is scanned, with the page that it opens, or typed. */
export const paperCode = v.pipe(v.string(), v.maxLength(120), v.regex(/^[\x20-\x7E]*$/));

/** Lengths of the short codes by the letter of their scene (workflows 10.6); a card's is the house's own. */
export const CODE_LENGTHS = { v: 6, s: 8, h: 8, k: 10 } as const;
export type Letter = keyof typeof CODE_LENGTHS;

const LETTERS: Readonly<Record<SlipOf, Letter>> = { session: 's', request: 'k', home_lesson: 'k' };

export interface Code {
  letter: Letter;
  code: string;
}

export const sceneOf = ({ letter, code }: Code) => `${letter}=${code}`;

/** What a slip is about. */
export interface About {
  of: SlipOf;
  target: string;
}

export function slipCode({ of, target }: About, edition: number): Code {
  const letter = LETTERS[of];
  // The first is what it was before there were editions: paper that is out stays good.
  const which = edition === 1 ? target : `${target}:${edition}`;
  return { letter, code: shortCode(`slip:${of}`, which, CODE_LENGTHS[letter]) };
}

export function newSlip(about: About, edition: number, now: number): Slip {
  return { ...birth(slipCode(about, edition).code, slips.schema, [], now), ...about, edition };
}

export const editionOf = ({ edition }: Slip): number => edition ?? 1;

/** @throws STALE when somebody was quicker */
export function revoked(slip: Slip, { rid, now, by }: { rid: string; now: number; by: string }): Slip {
  if (slip.revoked !== undefined) refuse('STALE');
  return {
    ...slip,
    revoked: { at: now, by },
    timeline: [...slip.timeline, { rid, at: now, by, command: 'revoke' }],
  };
}

/**
 * What was scanned (a page with a scene, or a scene) or typed (`K 8K4T…`, with or without gaps); `null` when it
 * is none of ours or mistyped.
 */
export function readCode(text: string): Code | null {
  const [, scene = text] = /[?&]scene=([^&]*)/.exec(text) ?? [];
  const [, letter = '', rest = ''] =
    /^([vshk])=?(.*)$/i.exec(scene.replace(/%3D/i, '=').replace(/[\s-]/g, '')) ?? [];
  const kind = letter.toLowerCase();
  if (!isLetter(kind)) return null;
  const code = readShortCode(rest, CODE_LENGTHS[kind]);
  return code === null ? null : { letter: kind, code };
}

const isLetter = (text: string): text is Letter => text in CODE_LENGTHS;
