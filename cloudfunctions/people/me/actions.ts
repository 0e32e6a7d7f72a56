import { LIMITS } from '@contract/limits';
import type { Template } from '@contract/people';
import { TEMPLATES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { oneOf, phone, text } from '../../core/schemas';
import { communityViews } from '../community/list';
import { communityId } from '../community/schema';
import { familyView } from '../family/read';
import { messages } from '../inbox/model';
import { persons } from '../person/model';
import { ownPerson } from '../person/read';
import { updated } from '../person/update';
import { meView, speakerView } from './view';

/** What a person says of themself. Nothing here is needed to look around (rules.md 4.3). */

export function unreadOf(context: ActionContext): Promise<number> {
  if (context.caller.id === null) return Promise.resolve(0);
  return context.repository(messages).count({ personId: context.caller.id, readAt: null });
}

const MOST_CONSENTS = 20;

export const meActions = [
  action({
    name: 'me.speaker',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { id, grants } = context.caller;
      const [person, family] = await Promise.all([
        ownPerson(context),
        id === null ? null : familyView(context, id),
      ]);
      return {
        me: speakerView(person, grants),
        communities: communityViews(),
        elders: family?.elders ?? [],
      };
    },
  }),
  action({
    name: 'me.update',
    kind: 'write',
    input: v.pipe(
      v.strictObject({
        name: v.exactOptional(text(LIMITS.name)),
        communityId: v.exactOptional(communityId),
        elder: v.exactOptional(v.boolean()),
        phone: v.exactOptional(phone),
        building: v.exactOptional(text(LIMITS.place)),
        door: v.exactOptional(text(LIMITS.place)),
      }),
      v.check((given) => Object.keys(given).length > 0),
    ),
    allow: 'person',
    async run(context, input) {
      const { vault, now, rid } = context;
      const by = personId(context.caller);
      const { doc } = await context
        .repository(persons)
        .change(by, rid, (person) => updated(person, input, { rid, now, by }, vault));
      return { me: meView(doc, context.caller.grants, await unreadOf(context)) };
    },
  }),
  action({
    name: 'me.subscribe',
    kind: 'write',
    input: v.strictObject({
      answers: v.pipe(
        v.array(
          v.strictObject({
            template: oneOf(TEMPLATES),
            answer: v.picklist(['accept', 'reject', 'ban', 'filter']),
          }),
        ),
        v.maxLength(Object.keys(TEMPLATES).length),
      ),
    }),
    allow: 'person',
    async run(context, { answers }) {
      const accepted = answers
        .filter(({ answer }) => answer === 'accept')
        .map(({ template }): Template => template);
      await context.repository(persons).change(personId(context.caller), context.rid, (person) => {
        const consents = { ...person.consents };
        for (const template of accepted)
          consents[template] = Math.min((consents[template] ?? 0) + 1, MOST_CONSENTS);
        const entry = { rid: context.rid, at: context.now, by: person._id, command: 'subscribe' };
        return { ...person, consents, timeline: [...person.timeline, entry] };
      });
      return {};
    },
  }),
];
