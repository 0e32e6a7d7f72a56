import type { Callback } from '@contract/people';
import * as v from 'valibot';
import { action } from '../../core/action';
import { need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { lookedAt } from '../caller/model';
import { communityAsked } from '../community/serving';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { type Message, messages } from './model';

/** 等您打个电话: messages that reach nobody by phone screen, for the desk of the person's community. */

const MOST = 50;

function news({ _id, createdAt, title, text, link }: Message): Callback['news'][number] {
  const request = /^\/packages\/service\/request\/request\?id=([\w-]+)$/.exec(link)?.[1];
  const page = request === undefined ? '' : `/packages/office/matter/matter?id=${request}`;
  return { id: _id, at: createdAt, title, text, link: page };
}

/** One call tells everything that waits for the same person. */
function calls(found: readonly Message[], people: readonly Person[]): Callback[] {
  return people.flatMap((person) => {
    const own = found.filter((message) => message.personId === person._id);
    const [first] = own;
    if (first === undefined) return [];
    return {
      id: first._id,
      name: maskedName(person.name, person.sample),
      sample: person.sample,
      hasPhone: person.phone !== null,
      news: own.map(news),
    };
  });
}

function waitingMessages(context: ActionContext, communityId: string): Promise<Message[]> {
  return context.repository(messages).list({
    where: { callback: communityId },
    order: [['createdAt', 'asc']],
    limit: MOST,
  });
}

async function waiting(context: ActionContext, communityId: string): Promise<Callback[]> {
  const found = await waitingMessages(context, communityId);
  if (found.length === 0) return [];
  const ids = [...new Set(found.map((message) => message.personId))];
  const people = await context
    .repository(persons)
    .list({ where: { _id: context.database.command.in(ids) }, limit: MOST });
  const inLine = people.toSorted((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
  return calls(found, inLine);
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
      items: await waiting(context, communityAsked(context.caller, 'request.triage', communityId)),
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
      // Written into their own log before the number is handed out: no entry, no number.
      const looking = { rid: context.rid, now: context.now, by: personId(context.caller) };
      const { doc: person } = await context
        .repository(persons)
        .change(doc.personId, context.rid, (stored) => lookedAt(stored, 'phone_for_news', looking));
      return { phone: person.phone === null ? refuse('NOT_FOUND') : context.vault.open(person.phone) };
    },
  }),
  action({
    name: 'desk.called',
    kind: 'write',
    input: v.strictObject({
      id,
      reached: v.boolean(),
      told: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST))),
    }),
    allow: 'request.triage',
    async run(context, input) {
      const inbox = context.repository(messages);
      const named = await inbox.load(input.id);
      // Called already: a replay, or a colleague was quicker. The list says what is left.
      if (named.callback === null)
        return { items: await waiting(context, communityAsked(context.caller, 'request.triage', null)) };
      const community = mustWait(context, named);
      const own = await waitingMessages(context, community);
      const told = own.filter(
        ({ _id, personId: whose }) => whose === named.personId && (input.told?.includes(_id) ?? true),
      );
      // The named one last: as long as it waits, whoever asks again goes on where this one stopped.
      for (const { _id } of [...told.filter((one) => one._id !== named._id), named]) {
        await inbox.change(_id, context.rid, (message) => ({
          ...message,
          callback: input.reached ? null : message.callback,
          timeline: [...message.timeline, entry(context, input.reached ? 'called' : 'not_reached')],
        }));
      }
      return { items: await waiting(context, community) };
    },
  }),
];
