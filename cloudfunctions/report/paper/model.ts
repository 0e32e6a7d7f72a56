import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { readShortCode, shortCode } from '../../core/ids';

/**
 * A slip of paper that is to come back: its short code leads to what it is about. `_id` is the code, so that
 * printing twice makes one slip.
 */
export interface Slip extends Aggregate {
  of: SlipOf;
  target: string;
}

export type SlipOf = 'session' | 'request' | 'home_lesson';

export const slips: AggregateDefinition<Slip> = {
  collection: 'slips',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** Lengths of the short codes by the letter of their scene (workflows 10.6); a card's is the house's own. */
export const CODE_LENGTHS = { v: 6, s: 8, h: 8, k: 10 } as const;
export type Letter = keyof typeof CODE_LENGTHS;

const LETTERS: Readonly<Record<SlipOf, Letter>> = { session: 's', request: 'k', home_lesson: 'k' };

export interface Code {
  letter: Letter;
  code: string;
}

export const sceneOf = ({ letter, code }: Code) => `${letter}=${code}`;

export function slipCode(of: SlipOf, target: string): Code {
  const letter = LETTERS[of];
  return { letter, code: shortCode(`slip:${of}`, target, CODE_LENGTHS[letter]) };
}

export function newSlip(of: SlipOf, target: string, now: number): Slip {
  return { ...birth(slipCode(of, target).code, slips.schema, [], now), of, target };
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
