import { LIMITS } from '@contract/limits';
import type { RequestCommand } from '@contract/request-states';
import * as v from 'valibot';
import { action } from '../../core/action';
import { paged } from '../../core/page';
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
      const repository = context.repository(requests);
      const some = { limit: LIMITS.page, without: [...HEAVY, 'timeline'] };
      const [{ found, next }, teaming] = await Promise.all([
        paged(
          context,
          repository,
          { where: { wall: true }, by: 'wallOrder', direction: 'asc', from: 0, ...some },
          after,
        ),
        after === null
          ? repository.list({ where: { teaming: true }, order: [['dueAt', 'asc']], ...some })
          : [],
      ]);
      const cards = (list: typeof found) => list.map((request) => wishCard(request, context.caller.id));
      return { items: cards(found), teaming: cards(teaming), next };
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
