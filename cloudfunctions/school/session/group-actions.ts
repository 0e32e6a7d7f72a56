import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import { derivedId } from '../../core/ids';
import { id, someText, text } from '../../core/schemas';
import { screened } from '../../core/screening';
import { maskedName } from '../../people/person/show';
import { command } from './actions';
import { sessions } from './definition';
import { giveBackSeat, takeGroup } from './group';
import { viewOf } from './read';

export const groupActions = [
  action({
    name: 'session.take_group',
    kind: 'write',
    input: v.strictObject({
      id,
      branch: someText(LIMITS.name),
      names: v.pipe(v.array(text(LIMITS.name)), v.minLength(1), v.maxLength(LIMITS.groupSeats)),
    }),
    allow: 'person',
    async run(context, { id: sessionId, branch, names }) {
      await context.repository(sessions).load(sessionId);
      await screened(context, [branch, ...names].join('\n'), 'names');
      const contact = personId(context.caller);
      // The roster shows a name as it shows everybody's; more of it is not kept.
      const guests = names.map((name, place) => {
        const guest = derivedId('guest', sessionId, contact, context.rid, String(place));
        const seat = derivedId('seat', sessionId, guest).slice(0, 10);
        return { personId: guest, seat, name: maskedName(name, false) || `${branch} ${place + 1}` };
      });
      const session = await command(context, sessionId, (before, step) =>
        takeGroup(before, guests, LIMITS.groupSeats, step),
      );
      return viewOf(context, session);
    },
  }),
  action({
    name: 'session.give_back',
    kind: 'write',
    input: v.strictObject({ id, seat: id }),
    allow: 'person',
    run: async (context, { id: sessionId, seat }) =>
      viewOf(context, await command(context, sessionId, (before, step) => giveBackSeat(before, seat, step))),
  }),
];
