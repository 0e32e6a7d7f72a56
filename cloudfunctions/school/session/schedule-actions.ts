import { LIMITS } from '@contract/limits';
import type { ScheduleView, SessionDraft } from '@contract/schedule';
import * as v from 'valibot';
import { action } from '../../core/action';
import { MINUTE } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, lines, someText, time } from '../../core/schemas';
import { reasonShown, screened } from '../../core/screening';
import { command } from './actions';
import { sessions } from './definition';
import { redraft } from './draft';
import { misfitsAt } from './fits-read';
import { advance, giveBack, open, postpone, publish, republish, submit, type Turn } from './lifecycle';
import type { Session } from './model';
import { tellPostponed, tellPublished } from './notices';
import { actorsOf, createDraft, draftStepOf, moved, partsOf, turnOf } from './planning-actions';
import { scheduleView } from './schedule-view';

/** From draft to sign-up and to another day: the school office's side, drafts also the host's own. */

const count = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

const plan = v.strictObject({
  courseId: id,
  venueId: id,
  teacherId: v.nullable(id),
  hostId: v.nullable(id),
  startsAt: time,
  minutes: count(10, 600),
  capacity: count(1, LIMITS.capacity),
  familyWelcome: v.boolean(),
  bring: lines,
  agenda: lines,
  signUpAt: v.nullable(time),
  cohort: v.nullable(count(1, 999)),
});
const One = v.strictObject({ id });
const Why = v.strictObject({ id, reason: someText(LIMITS.reason) });

/** A host plans their own classes only. */
function mustPlan(context: ActionContext, hostId: string | null): void {
  if (!can(context.caller, 'school.manage') && hostId !== personId(context.caller)) refuse('NOT_ALLOWED');
}

type Decide = (session: Session, turn: Turn) => Session;

const sheet = (context: ActionContext, session: Session): ScheduleView =>
  scheduleView(session, actorsOf(context, session), context.now);

/** A command that leaves time and place as they are. */
async function step(context: ActionContext, sessionId: string, decide: Decide): Promise<ScheduleView> {
  const session = await command(context, sessionId, (before) => decide(before, turnOf(context, before)));
  return sheet(context, session);
}

/** A command that needs room and teacher, or gives them back. */
async function placed(context: ActionContext, sessionId: string, decide: Decide): Promise<ScheduleView> {
  return sheet(context, await moved(context, sessionId, decide));
}

const beFit = (context: ActionContext, { bring, agenda }: Pick<SessionDraft, 'bring' | 'agenda'>) =>
  screened(context, [...bring, ...agenda].join('\n'), 'plan.agenda');

export const scheduleActions = [
  action({
    name: 'session.sheet',
    kind: 'read',
    input: One,
    // Whoever plans it, or reads it before it goes out.
    allow: 'anyone',
    async run(context, input) {
      const session = await context.repository(sessions).load(input.id);
      const actors = actorsOf(context, session);
      return actors.size === 0 ? refuse('NOT_ALLOWED') : scheduleView(session, actors, context.now);
    },
  }),
  action({
    name: 'session.fits',
    kind: 'read',
    input: v.strictObject({
      id: v.nullable(id),
      venueId: id,
      teacherId: v.nullable(id),
      startsAt: time,
      minutes: count(10, 600),
      capacity: count(1, LIMITS.capacity),
    }),
    allow: 'session.host',
    async run(context, { id: sessionId, minutes, ...wish }) {
      const placing = { ...wish, sessionId, endsAt: wish.startsAt + minutes * MINUTE };
      return { items: await misfitsAt(context, placing) };
    },
  }),
  action({
    name: 'session.draft',
    kind: 'write',
    input: v.strictObject({ id: v.nullable(id), version: count(0, Number.MAX_SAFE_INTEGER), plan }),
    allow: 'session.host',
    async run(context, input) {
      mustPlan(context, input.plan.hostId);
      await beFit(context, input.plan);
      if (input.id === null) {
        const fresh = derivedId('session', personId(context.caller), context.rid);
        const session = await createDraft(context, fresh, input.plan);
        return sheet(context, session);
      }
      const parts = await partsOf(context, input.plan);
      return placed(context, input.id, (before) => {
        mustPlan(context, before.hostId);
        return redraft(before, input.plan, parts, input.version, draftStepOf(context));
      });
    },
  }),
  action({
    name: 'session.submit',
    kind: 'write',
    input: One,
    allow: 'session.host',
    run: (context, input) => step(context, input.id, submit),
  }),
  action({
    name: 'session.approve',
    kind: 'write',
    input: One,
    allow: 'content.review',
    run: (context, input) => step(context, input.id, (before, turn) => advance(before, 'approve', turn)),
  }),
  action({
    name: 'session.return',
    kind: 'write',
    input: Why,
    allow: 'content.review',
    run: (context, input) => step(context, input.id, (before, turn) => giveBack(before, input.reason, turn)),
  }),
  action({
    name: 'session.publish',
    kind: 'write',
    input: One,
    allow: 'school.manage',
    run: (context, input) =>
      placed(context, input.id, (before, turn) =>
        tellPublished(publish(before, turn), context.invocation, context.now),
      ),
  }),
  action({
    name: 'session.open',
    kind: 'write',
    input: One,
    allow: 'session.host',
    run: (context, input) => step(context, input.id, open),
  }),
  action({
    name: 'session.postpone',
    kind: 'write',
    input: v.strictObject({ id, startsAt: v.nullable(time), reason: someText(LIMITS.reason) }),
    allow: 'school.manage',
    async run(context, input) {
      const reason = await reasonShown(context, input.reason, 'reason');
      return placed(context, input.id, (before, turn) =>
        tellPostponed(postpone(before, input.startsAt, reason, turn), context.invocation, context.now),
      );
    },
  }),
  action({
    name: 'session.republish',
    kind: 'write',
    input: v.strictObject({ id, startsAt: time }),
    allow: 'school.manage',
    run: (context, input) =>
      placed(context, input.id, (before, turn) =>
        tellPostponed(republish(before, input.startsAt, turn), context.invocation, context.now),
      ),
  }),
];
