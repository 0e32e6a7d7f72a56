import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { DAY, startOfDay } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, someText, time } from '../../core/schemas';
import { screened } from '../../core/screening';
import { communityId } from '../../people/community/schema';
import { type Notice, notices, noticeView } from './model';

/** 惠民双购 (S69): notices, and what may be laid out for a neighbour. Its rules are the street's to say. */

const community = v.nullable(communityId);
const Put = v.strictObject({
  title: someText(LIMITS.title),
  text: someText(LIMITS.note),
  until: time,
  communityId: community,
});

/** How far ahead its last day may lie. */
const LONGEST = 180 * DAY;

async function shown(context: ActionContext, communityId: string | null): Promise<Notice[]> {
  const _ = context.database.command;
  const near = communityId === null ? {} : { communityId: _.in([null, communityId]) };
  return context.repository(notices).list({
    where: { shown: true, until: _.gt(context.now), ...near },
    order: [['until', 'asc']],
    limit: 50,
    without: ['timeline', 'effects'],
  });
}

async function put(context: ActionContext, input: v.InferOutput<typeof Put>) {
  const by = personId(context.caller);
  const repository = context.repository(notices);
  const noticeId = derivedId('notice', by, context.rid);
  if ((await repository.find(noticeId)) === null) {
    const until = startOfDay(input.until) + DAY - 1;
    if (until <= context.now || until > context.now + LONGEST) refuse('INVALID_INPUT', { field: 'until' });
    await screened(context, `${input.title}\n${input.text}`, 'text');
    await repository.create({
      ...birth(noticeId, notices.schema, [], context.now),
      ...input,
      until,
      wakeAt: until,
      timeline: [{ rid: context.rid, at: context.now, by, command: 'put' }],
      shown: true,
    });
  }
  return { items: (await shown(context, null)).map(noticeView) };
}

export const noticeActions = [
  action({
    name: 'notice.list',
    kind: 'read',
    input: v.strictObject({ communityId: community }),
    allow: 'anyone',
    async run(context, { communityId }) {
      return {
        items: (await shown(context, communityId)).map(noticeView),
        ceiling: context.settings.purchaseCeilingYuan,
        keeps: can(context.caller, 'catalogue.keep'),
      };
    },
  }),
  action({ name: 'notice.put', kind: 'write', input: Put, allow: 'catalogue.keep', run: put }),
  action({
    name: 'notice.withdraw',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'catalogue.keep',
    async run(context, input) {
      const by = personId(context.caller);
      await context.repository(notices).change(input.id, context.rid, (notice) => {
        if (!notice.shown) return notice;
        const entry = { rid: context.rid, at: context.now, by, command: 'withdraw' };
        return { ...notice, shown: false, timeline: [...notice.timeline, entry] };
      });
      return { items: (await shown(context, null)).map(noticeView) };
    },
  }),
];
