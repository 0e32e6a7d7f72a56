import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import { derivedId } from '../../core/ids';
import { id, someText } from '../../core/schemas';
import { screened } from '../../core/screening';
import { sessions } from '../session/definition';
import { said } from './decide';
import { thanks } from './model';

export const thanksActions = [
  action({
    name: 'faculty.thank',
    kind: 'write',
    input: v.strictObject({ sessionId: id, text: someText(LIMITS.place) }),
    allow: 'person',
    async run(context, { sessionId, text }) {
      const { now, rid } = context;
      const by = personId(context.caller);
      const session = await context.repository(sessions).load(sessionId);
      // One person, one class, one sentence: the first one stands.
      const sentence = said(session, text, derivedId('thanks', sessionId, by), { now, rid, by });
      await screened(context, text, 'text');
      const { doc } = await context.repository(thanks).create(sentence);
      return { text: doc.text };
    },
  }),
];
