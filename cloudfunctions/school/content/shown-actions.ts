import type { ContentCard } from '@contract/content';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id, someText } from '../../core/schemas';
import { courses } from '../course/model';
import { policies } from '../policy/model';
import { recordedLessons } from '../recorded/model';
import type { Published } from './fresh';
import { takenDown } from './publish';
import { isPolicy } from './read';
import { contentCard, policyCard } from './view';

/** What the office does to something that can be seen: it still holds, or it goes at once (G12, S28). */

type Kind = 'course' | 'recorded';

/** 还准, of one of the rules. */
async function confirmPolicy(context: ActionContext, key: string): Promise<ContentCard> {
  if (!isPolicy(key)) refuse('NOT_FOUND');
  const { now, rid, settings } = context;
  const by = personId(context.caller);
  const { doc } = await context
    .repository(policies)
    .change(key, rid, (one) =>
      one.edition > 0
        ? { ...one, freshAt: now, timeline: [...one.timeline, { rid, at: now, by, command: 'confirm' }] }
        : refuse('NOT_NOW'),
    );
  return policyCard(key, doc, now, settings);
}

async function change(
  context: ActionContext,
  { kind, id: contentId }: { kind: Kind; id: string },
  decide: <Doc extends Published>(doc: Doc) => Doc,
): Promise<ContentCard> {
  const { rid, now, settings } = context;
  const { doc } =
    kind === 'course'
      ? await context.repository(courses).change(contentId, rid, (one) => decide(one))
      : await context.repository(recordedLessons).change(contentId, rid, (one) => decide(one));
  return contentCard(kind, doc, now, settings);
}

const kinds = v.picklist(['course', 'recorded']);

export const shownActions = [
  action({
    name: 'content.confirm',
    kind: 'write',
    input: v.strictObject({ kind: v.picklist(['course', 'recorded', 'policy']), id }),
    allow: 'school.manage',
    run(context, { kind, id: contentId }) {
      if (kind === 'policy') return confirmPolicy(context, contentId);
      const { now, rid } = context;
      const by = personId(context.caller);
      return change(context, { kind, id: contentId }, (doc) =>
        doc.approved
          ? {
              ...doc,
              freshAt: now,
              timeline: [...doc.timeline, { rid, at: now, by, command: 'confirm' }],
            }
          : refuse('NOT_NOW'),
      );
    },
  }),
  action({
    name: 'content.take_down',
    kind: 'write',
    input: v.strictObject({ kind: kinds, id, reason: someText(LIMITS.reason) }),
    allow: 'school.manage',
    run(context, { reason, ...input }) {
      const { now, rid } = context;
      const by = personId(context.caller);
      return change(context, input, (doc) =>
        doc.approved ? takenDown(doc, { at: now, by, reason }, { now, rid, by }) : refuse('NOT_NOW'),
      );
    },
  }),
];
