import { LIMITS } from '@contract/limits';
import type { RequestCommand } from '@contract/request-states';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { cursor, id } from '../../core/schemas';
import { actorsOf, isClaimable } from '../request/actors';
import { wishCard } from '../request/cards';
import { requests } from '../request/definition';
import { isCompanion } from '../request/group';
import { nextCommands } from '../request/next-commands';
import { HEAVY } from '../request/read';

const OF_THE_WALL: ReadonlySet<RequestCommand> = new Set<RequestCommand>(['claim', 'team_up', 'step_out']);

/** 微心愿墙: the desk's words only; no names, no comments, no counters (rules.md §0.6). */
export const wallActions = [
  action({
    name: 'wish.wall',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'anyone',
    async run(context, { after }) {
      const _ = context.database.command;
      const read = (where: Readonly<Record<string, unknown>>, by: string) =>
        context.repository(requests).list({
          where,
          order: [[by, 'asc']],
          limit: LIMITS.page,
          without: [...HEAVY, 'timeline'],
        });
      const [found, teaming] = await Promise.all([
        read({ wall: true, wallOrder: _.gt(after === null ? 0 : Number(after) || 0) }, 'wallOrder'),
        after === null ? read({ teaming: true }, 'dueAt') : [],
      ]);
      const cards = (list: typeof found) => list.map((request) => wishCard(request, context.caller.id));
      const last = found.at(-1);
      return {
        items: cards(found),
        teaming: cards(teaming),
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
      const along = isCompanion(request, context.caller.id);
      const open = request.wall || request.teaming === true || isClaimable(request);
      if (!open && !along) return refuse('NOT_FOUND');
      const next = nextCommands(request, actorsOf(request, context.caller, null), context.caller.id);
      return {
        ...wishCard(request, context.caller.id),
        next: next.filter((command) => OF_THE_WALL.has(command)),
      };
    },
  }),
];
