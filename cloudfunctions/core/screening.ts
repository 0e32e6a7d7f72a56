import type { ActionContext } from './context';
import { describe, log } from './log';
import { Refusal, refuse } from './refusal';

/** `msgSecCheck` takes 2,500 characters (rules.md 4.5). Pieces overlap, so that no word is cut out of sight. */
const PIECE = 2400;
const OVERLAP = 50;

function pieces(characters: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from === 0 || from + OVERLAP < characters.length; from += PIECE - OVERLAP)
    found.push(characters.slice(from, from + PIECE).join(''));
  return found;
}

/** What the check says of one text. @throws TEXT_UNCHECKED when it does not answer, which is logged */
export async function verdictOn(context: ActionContext, words: string, field: string) {
  try {
    return await context.openApi.checkText(context.caller.openid, words);
  } catch (error) {
    log('content check down', { run: context.invocation, ...describe(error) });
    return refuse('TEXT_UNCHECKED', { field });
  }
}

/**
 * Text that is about to be shown to others; '' passes. `review` passes too: a person reads it.
 * @throws TEXT_REFUSED, TEXT_UNCHECKED: what cannot be checked does not become public
 */
export async function screened(context: ActionContext, words: string, field: string): Promise<void> {
  if (words === '') return;
  for (const piece of pieces([...words])) {
    if ((await verdictOn(context, piece, field)) === 'risky') refuse('TEXT_REFUSED', { field });
  }
}

/** Stands where a reason would, when the check could not read it. */
const ASK_BY_PHONE = '具体缘由，打社区的电话问一声';

/**
 * Why something is called off or put off. The news must not wait for the check: while it is down,
 * people are told without the words, and where to ask. @throws TEXT_REFUSED
 */
export async function reasonShown(context: ActionContext, reason: string, field: string): Promise<string> {
  try {
    await screened(context, reason, field);
    return reason;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'TEXT_UNCHECKED') return ASK_BY_PHONE;
    throw error;
  }
}
