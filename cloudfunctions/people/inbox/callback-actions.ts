import type { Callback } from '@contract/people';
import * as v from 'valibot';
import { action } from '../../core/action';
import { need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { scopesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { type Message, messages } from './model';

/** 等您打个电话: messages that reach nobody by phone screen, for the desk of the person's community. */

const MOST = 50;

/** A caller of the whole street starts with the first community. */
function communityOf(context: ActionContext, wished: string | null): string {
  const [own = ''] = scopesFor(context.caller.grants, 'request.triage');
  const communityId = wished ?? (own === '*' ? 'jianguo' : own);
  need(context.caller, 'request.triage', communityId);
  return communityId;
}

function item(message: Message, person: Person | null): Callback {
  const request = /^\/packages\/service\/request\/request\?id=([\w-]+)$/.exec(message.link)?.[1];
  return {
    id: message._id,
    at: message.createdAt,
    name: person === null ? '' : maskedName(person.name, person.sample),
    sample: person?.sample ?? false,
    title: message.title,
    text: message.text,
    link: request === undefined ? '' : `/packages/office/matter/matter?id=${request}`,
  };
}

async function waiting(context: ActionContext, communityId: string): Promise<Callback[]> {
  const found = await context.repository(messages).list({
    where: { callback: communityId },
    order: [['createdAt', 'asc']],
    limit: MOST,
  });
  const ids = [...new Set(found.map((message) => message.personId))];
  const people =
    ids.length === 0
      ? []
      : await context
          .repository(persons)
          .list({ where: { _id: context.database.command.in(ids) }, limit: MOST });
  const byId = new Map(people.map((person) => [person._id, person]));
  return found.map((message) => item(message, byId.get(message.personId) ?? null));
}

/** @throws NOT_FOUND for what does not wait here, and for what another desk has to do */
function mustWait(context: ActionContext, message: Message): string {
  const community = message.callback ?? refuse('NOT_FOUND');
  need(context.caller, 'request.triage', community);
  return community;
}

const entry = (context: ActionContext, command: string) => ({
  rid: context.rid,
  at: context.now,
  by: personId(context.caller),
  command,
});

export const callbackActions = [
  action({
    name: 'desk.callbacks',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'request.triage',
    run: async (context, { communityId }) => ({
      items: await waiting(context, communityOf(context, communityId)),
    }),
  }),
  action({
    name: 'desk.callback_phone',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'request.triage',
    async run(context, input) {
      const { doc } = await context.repository(messages).change(input.id, context.rid, (message) => {
        mustWait(context, message);
        return { ...message, timeline: [...message.timeline, entry(context, 'read_phone')] };
      });
      const person = await context.repository(persons).load(doc.personId);
      return { phone: person.phone === null ? refuse('NOT_FOUND') : context.vault.open(person.phone) };
    },
  }),
  action({
    name: 'desk.called',
    kind: 'write',
    input: v.strictObject({ id, reached: v.boolean() }),
    allow: 'request.triage',
    async run(context, input) {
      let community = '';
      const { doc } = await context.repository(messages).change(input.id, context.rid, (message) => {
        community = mustWait(context, message);
        const callback = input.reached ? null : community;
        const command = input.reached ? 'called' : 'not_reached';
        return { ...message, callback, timeline: [...message.timeline, entry(context, command)] };
      });
      // A replay finds the message as it was left; whose desk it was, the caller's rights say.
      return { items: await waiting(context, doc.callback ?? (community || communityOf(context, null))) };
    },
  }),
];
