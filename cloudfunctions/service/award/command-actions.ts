import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { personId } from '../../core/caller';
import { commandsOn } from '../../core/commands';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, someText, text } from '../../core/schemas';
import { screened } from '../../core/screening';
import { courses } from '../../school/course/model';
import { readerOf, viewOf } from './actions';
import { type AwardOrder, decide, noted } from './decide';
import { nominations } from './definition';
import { tellOutcome } from './notices';
import { readable } from './view';

/** What the desk, the committee, the auditor and an objector do to a nomination. */

async function give(context: ActionContext, nominationId: string, order: AwardOrder) {
  const repository = context.repository(nominations);
  const { doc } = await repository.change(nominationId, context.rid, (before) => {
    const reader = readerOf(context, before.communityId);
    // Who may not read it does not hear that it exists.
    if (!readable(before, reader)) refuse('NOT_FOUND');
    const after = decide(before, order, {
      now: context.now,
      rid: context.rid,
      by: personId(context.caller),
      actors: reader.actors,
      noticeWorkdays: context.settings.noticeWorkdays,
      quorum: context.settings.committeeQuorum,
    });
    return after.state === before.state ? after : tellOutcome(after, context.invocation, context.now);
  });
  await carryOut(repository, doc, context.carrier);
  return viewOf(context, doc);
}

const One = v.strictObject({ id });
const Reason = v.strictObject({ id, reason: someText(LIMITS.reason) });

const command = commandsOn<AwardOrder>()('award', 'id', give);
const Verify = v.strictObject({
  id,
  story: someText(LIMITS.note),
  note: text(LIMITS.note),
  consent: v.picklist(['spoken', 'paper']),
});

export const awardCommandActions: readonly AnyAction[] = [
  command('take_up', 'award.verify', One),
  command('verify', 'award.verify', Verify, {
    before: (context, { story }) => screened(context, story, 'story'),
  }),
  command('turn_down', 'award.verify', Reason),
  command('agree', 'committee.decide', One, { contended: true }),
  command('disagree', 'committee.decide', Reason),
  command('object', 'person', v.strictObject({ id, words: someText(LIMITS.words) })),
  command('reconsider', 'award.object', v.strictObject({ id, note: someText(LIMITS.note) })),
  command('uphold', 'award.object', Reason),
  action({
    name: 'award.link',
    kind: 'write',
    input: v.strictObject({ id, courseId: v.nullable(id) }),
    allow: 'school.manage',
    async run(context, { id: one, courseId }) {
      if (courseId !== null) await context.repository(courses).load(courseId);
      const { doc } = await context.repository(nominations).change(one, context.rid, (before) => {
        if (before.state !== 'commended') refuse('AWARD_NOT_NOW');
        const step = { now: context.now, rid: context.rid, by: personId(context.caller) };
        return noted({ ...before, courseId }, step, 'link');
      });
      return viewOf(context, doc);
    },
  }),
];
