import type { ActionContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { refuse } from '../../core/refusal';

/**
 * Words that would become public are checked while their author is here, and held back when they
 * cannot be (rules.md 4.5). @throws TEXT_REFUSED, TEXT_UNCHECKED
 */
export async function mustBeFit(context: ActionContext, words: string, field: string): Promise<void> {
  const verdict = await context.openApi.checkText(context.caller.openid, words).catch((error: unknown) => {
    log('content check down', { run: context.invocation, ...describe(error) });
    return refuse('TEXT_UNCHECKED', { field });
  });
  if (verdict === 'risky') refuse('TEXT_REFUSED', { field });
}
