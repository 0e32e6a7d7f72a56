import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id, someText, text } from '../../core/schemas';
import { command } from './actions';
import { answerCorrection, askCorrection, backfill } from './afterwards';
import { consoleOf, mustHost } from './host-actions';
import { tellAsked, tellCorrected } from './notices';
import { viewOf } from './read';
import { personOfSeat } from './view';

/** Putting right after class who was there. */

export const correctionActions = [
  action({
    name: 'session.ask_correction',
    kind: 'write',
    input: v.strictObject({ id, words: text(LIMITS.reason) }),
    allow: 'person',
    async run(context, input) {
      const session = await command(context, input.id, (before, step) => {
        const after = askCorrection(before, input.words, step, context.settings);
        return after === before ? before : tellAsked(after, context.invocation, context.now);
      });
      return viewOf(context, session);
    },
  }),
  action({
    name: 'session.backfill',
    kind: 'write',
    input: v.strictObject({ id, seat: id, reason: someText(LIMITS.reason) }),
    allow: 'session.host',
    async run(context, input) {
      const session = await command(context, input.id, (before, step) => {
        mustHost(context, before);
        const person = personOfSeat(before, input.seat) ?? refuse('NOT_ON_ROSTER');
        return backfill(before, person, input.reason, step, context.settings);
      });
      return consoleOf(context, session);
    },
  }),
  action({
    name: 'session.answer_correction',
    kind: 'write',
    input: v.strictObject({ id, seat: id, granted: v.boolean(), words: text(LIMITS.reason) }),
    allow: 'session.host',
    async run(context, input) {
      // Declining needs a word: nobody is turned away without hearing why.
      if (!input.granted && input.words === '') refuse('INVALID_INPUT', { field: 'words' });
      const session = await command(context, input.id, (before, step) => {
        mustHost(context, before);
        const person = personOfSeat(before, input.seat) ?? refuse('NOT_ON_ROSTER');
        const after = answerCorrection(before, person, input.granted, input.words, step);
        return after === before ? before : tellCorrected(after, person, context.invocation, context.now);
      });
      return consoleOf(context, session);
    },
  }),
];
