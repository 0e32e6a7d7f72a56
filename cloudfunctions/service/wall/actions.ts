import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { cursor, id } from '../../core/schemas';
import { actorsOf } from '../request/actors';
import { requests } from '../request/definition';
import { HEAVY } from '../request/read';
import { nextCommands, wishCard } from '../request/view';

/** 微心愿墙: the desk's words only; no names, no comments, no counters (rules.md §0.6). */
export const wallActions = [
  action({
    name: 'wish.wall',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'anyone',
    async run(context, { after }) {
      const _ = context.database.command;
      const found = await context.repository(requests).list({
        where: { wall: true, wallOrder: _.gt(after === null ? 0 : Number(after) || 0) },
        order: [['wallOrder', 'asc']],
        limit: LIMITS.page,
        without: [...HEAVY, 'timeline'],
      });
      const last = found.at(-1);
      return {
        items: found.map((request) => wishCard(request, context.caller.id)),
        next: found.length === LIMITS.page && last ? String(last.wallOrder) : null,
      };
    },
  }),
  action({
    name: 'wish.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const request = await context.repository(requests).load(input.id);
      if (!request.wall) return refuse('NOT_FOUND');
      const next = nextCommands(request, actorsOf(request, context.caller, null), context.caller.id);
      return { ...wishCard(request, context.caller.id), next: next.filter((command) => command === 'claim') };
    },
  }),
];
