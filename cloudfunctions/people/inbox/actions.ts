import { LIMITS } from '@contract/limits';
import type { InboxItem } from '@contract/people';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import { paged } from '../../core/page';
import { refuse } from '../../core/refusal';
import { cursor, id } from '../../core/schemas';
import { type Message, messages } from './model';

const item = (message: Message): InboxItem => ({
  id: message._id,
  at: message.createdAt,
  title: message.title,
  text: message.text,
  link: message.link,
  read: message.readAt !== null,
});

export const inboxActions = [
  action({
    name: 'me.inbox',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'anyone',
    async run(context, { after }) {
      const { id: reader } = context.caller;
      if (reader === null) return { items: [], next: null };
      const own = { where: { personId: reader }, by: 'createdAt', direction: 'desc' } as const;
      const { found, next } = await paged(
        context,
        context.repository(messages),
        { ...own, from: Number.MAX_SAFE_INTEGER, limit: LIMITS.page },
        after,
      );
      return { items: found.map(item), next };
    },
  }),
  action({
    name: 'me.read_inbox',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const reader = personId(context.caller);
      const inbox = context.repository(messages);
      await inbox.change(input.id, context.rid, (message) => {
        if (message.personId !== reader) refuse('NOT_FOUND');
        return message.readAt === null ? { ...message, readAt: context.now, callback: null } : message;
      });
      return { unread: await inbox.count({ personId: reader, readAt: null }) };
    },
  }),
];
