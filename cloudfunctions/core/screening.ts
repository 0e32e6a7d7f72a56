import type { ActionContext } from './context';
import { describe, log } from './log';
import { refuse } from './refusal';

/**
 * Text that is about to be shown to others; '' passes. `review` passes too: a person reads it.
 * @throws TEXT_REFUSED, TEXT_UNCHECKED: what cannot be checked does not become public
 */
export async function screened(context: ActionContext, words: string, field: string): Promise<void> {
  if (words === '') return;
  const verdict = await context.openApi.checkText(context.caller.openid, words).catch((error: unknown) => {
    log('content check down', { run: context.invocation, ...describe(error) });
    return refuse('TEXT_UNCHECKED', { field });
  });
  if (verdict === 'risky') refuse('TEXT_REFUSED', { field });
}
