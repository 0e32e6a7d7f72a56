import { LIMITS } from '@contract/limits';
import type { InboxItem } from '@contract/people';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
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
    async run({ caller, repository, database }, { after }) {
      if (caller.id === null) return { items: [], next: null };
      const before = after === null ? Number.MAX_SAFE_INTEGER : Number(after) || 0;
      const found = await repository(messages).list({
        where: { personId: caller.id, createdAt: database.command.lt(before) },
        order: [['createdAt', 'desc']],
        limit: LIMITS.page,
      });
      const last = found.at(-1);
      return {
        items: found.map(item),
        next: found.length === LIMITS.page && last ? String(last.createdAt) : null,
      };
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
