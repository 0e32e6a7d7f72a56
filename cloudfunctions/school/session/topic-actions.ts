import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, someText } from '../../core/schemas';
import { verdictOn } from '../../core/screening';
import { command } from './actions';
import { sessions } from './definition';
import { viewOf } from './read';
import { propose, takeBack } from './topics';

/** Everybody who opens the page reads it at once, so what wants a second look is held back too (rules.md 4.5). */
async function mustBeFit(context: ActionContext, words: string): Promise<void> {
  if ((await verdictOn(context, words, 'text')) !== 'pass') refuse('TEXT_REFUSED', { field: 'text' });
}

export const topicActions = [
  action({
    name: 'session.propose',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, text: someText(LIMITS.place) }),
    allow: 'person',
    async run(context, input) {
      await context.repository(sessions).load(input.id);
      await mustBeFit(context, input.text);
      const session = await command(context, input.id, (before, step) => propose(before, input.text, step));
      return viewOf(context, session);
    },
  }),
  action({
    name: 'session.take_back',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, takeBack)),
  }),
];
