import type { ActionContext } from './context';
import { describe, log } from './log';
import { refuse } from './refusal';

/** `msgSecCheck` takes 2,500 characters (rules.md 4.5). Pieces overlap, so that no word is cut out of sight. */
const PIECE = 2400;
const OVERLAP = 50;

function pieces(characters: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from === 0 || from + OVERLAP < characters.length; from += PIECE - OVERLAP)
    found.push(characters.slice(from, from + PIECE).join(''));
  return found;
}

/**
 * Text that is about to be shown to others; '' passes. `review` passes too: a person reads it.
 * @throws TEXT_REFUSED, TEXT_UNCHECKED: what cannot be checked does not become public
 */
export async function screened(context: ActionContext, words: string, field: string): Promise<void> {
  if (words === '') return;
  for (const piece of pieces([...words])) {
    const verdict = await context.openApi.checkText(context.caller.openid, piece).catch((error: unknown) => {
      log('content check down', { run: context.invocation, ...describe(error) });
      return refuse('TEXT_UNCHECKED', { field });
    });
    if (verdict === 'risky') refuse('TEXT_REFUSED', { field });
  }
}
