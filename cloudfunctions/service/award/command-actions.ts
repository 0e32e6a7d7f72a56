import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
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

export const awardCommandActions = [
  action({
    name: 'award.take_up',
    kind: 'write',
    input: One,
    allow: 'award.verify',
    run: (context, input) => give(context, input.id, { command: 'take_up' }),
  }),
  action({
    name: 'award.verify',
    kind: 'write',
    input: v.strictObject({
      id,
      story: someText(LIMITS.note),
      note: text(LIMITS.note),
      consent: v.picklist(['spoken', 'paper']),
    }),
    allow: 'award.verify',
    async run(context, { id: nominationId, ...said }) {
      await screened(context, said.story, 'story');
      return give(context, nominationId, { command: 'verify', ...said });
    },
  }),
  action({
    name: 'award.turn_down',
    kind: 'write',
    input: Reason,
    allow: 'award.verify',
    run: (context, { id: one, reason }) => give(context, one, { command: 'turn_down', reason }),
  }),
  action({
    name: 'award.agree',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'committee.decide',
    run: (context, input) => give(context, input.id, { command: 'agree' }),
  }),
  action({
    name: 'award.disagree',
    kind: 'write',
    input: Reason,
    allow: 'committee.decide',
    run: (context, { id: one, reason }) => give(context, one, { command: 'disagree', reason }),
  }),
  action({
    name: 'award.object',
    kind: 'write',
    input: v.strictObject({ id, words: someText(LIMITS.words) }),
    allow: 'person',
    run: (context, { id: one, words }) => give(context, one, { command: 'object', words }),
  }),
  action({
    name: 'award.reconsider',
    kind: 'write',
    input: v.strictObject({ id, note: someText(LIMITS.note) }),
    allow: 'award.object',
    run: (context, { id: one, note }) => give(context, one, { command: 'reconsider', note }),
  }),
  action({
    name: 'award.uphold',
    kind: 'write',
    input: Reason,
    allow: 'award.object',
    run: (context, { id: one, reason }) => give(context, one, { command: 'uphold', reason }),
  }),
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
