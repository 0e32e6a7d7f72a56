import * as v from 'valibot';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { time } from '../../core/schemas';
import { servesCommunity } from '../../people/community/serving';
import { visitColumns } from '../../school/home-lesson/actions';
import { decideLesson, type LessonStep } from '../../school/home-lesson/decide';
import { homeLessons } from '../../school/home-lesson/definition';
import { type DeskRole, type HomeLesson, needId } from '../../school/home-lesson/model';
import { paperCode, readCode, slips } from './model';

/** 送学记录条 from the drawer of the desk: what the two wrote by hand becomes the record of their visit. */
export const lessonSlipAction = action({
  name: 'paper.enter_lesson',
  kind: 'write',
  contended: true,
  input: v.strictObject({
    code: paperCode,
    columns: visitColumns,
    request: v.nullable(v.picklist(['wish', 'errand'])),
    at: v.nullable(time),
    signed: v.boolean(),
  }),
  allow: 'lesson.enter',
  async run(context, { code, columns, request, at, signed }) {
    const slip = await context.repository(slips).find(readCode(code)?.code ?? refuse('CODE_WRONG'));
    if (slip === null || slip.of !== 'home_lesson') return refuse('CODE_WRONG');
    const repository = context.repository(homeLessons);
    const stored = await repository.load(slip.target);
    if (!servesCommunity(context.caller, 'lesson.enter', stored.communityId)) refuse('NOT_FOUND');
    // What was entered before the paper was lost stays entered, however often it is sent.
    if (slip.revoked !== undefined && !hasRid(stored, context.rid)) refuse('SLIP_VOID');
    const { now, rid, invocation, caller } = context;
    const by = personId(caller);
    const step: LessonStep = {
      now,
      rid,
      invocation,
      by,
      desk: deskOf(context, stored),
      requestId: needId(stored._id),
    };
    const { doc } = await repository.change(stored._id, rid, (lesson) =>
      decideLesson(lesson, signed ? 'enter_signed' : 'enter', { columns, request, at }, step),
    );
    await carryOut(repository, doc, context.carrier);
    return { state: doc.state, elder: doc.oldLine, requested: doc.requestId !== null };
  },
});

/** As who they do it, for the two who will read it. */
function deskOf({ caller }: ActionContext, { communityId }: HomeLesson): DeskRole {
  const local = caller.grants.some(
    ({ role, scope }) => role === 'dispatcher' && (scope === communityId || scope === WHOLE_STREET),
  );
  return local ? 'dispatcher' : 'office';
}
