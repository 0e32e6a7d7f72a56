import type { ContentBody } from '@contract/content';
import { LIMITS } from '@contract/limits';
import { CONTENT_KINDS, REVIEW_STAGES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText } from '../../core/schemas';
import { screened } from '../../core/screening';
import { persons } from '../../people/person/model';
import { type DraftOrder, decide } from './decide';
import { type ContentDraft, contentDrafts, draftId } from './model';
import { followed } from './notices';
import { draftOf, draftReader, shelves, standing } from './read';
import { Body } from './schema';
import { commandsOf, contentCard, draftCard, policyCard } from './view';

/** 先审后见 (S28): writing, handing in, three readings. Taking down and confirming: `shown-actions.ts`. */

async function give(context: ActionContext, draft: string, order: DraftOrder) {
  const { now, rid, invocation } = context;
  const repository = context.repository(contentDrafts);
  const { actors } = draftReader(context);
  const { doc } = await repository.change(draft, rid, (before) => {
    const after = decide(before, order, { now, rid, by: personId(context.caller), actors });
    // Taking up again what was dropped is news to nobody.
    return order.command === 'write' ? after : followed(after, invocation, now);
  });
  await carryOut(repository, doc, context.carrier);
  return draftOf(context, doc);
}

/** Everything in it that somebody will read. */
function wordsOf(body: ContentBody): string {
  return body.kind === 'policy' ? body.text : `${body.title}\n${body.summary}`;
}

async function write(context: ActionContext, input: { contentId: string | null; body: ContentBody }) {
  const { now, rid } = context;
  const by = personId(context.caller);
  const { body } = input;
  const contentId = body.kind === 'policy' ? body.policy : (input.contentId ?? derivedId('content', by, rid));
  const known = await standing(context, body.kind, contentId);
  // Something new is written on under the id that its first draft was given.
  const edition = (known?.edition ?? 0) + 1;
  const repository = context.repository(contentDrafts);
  const stored = await repository.find(draftId(body.kind, contentId, edition));
  if (input.contentId !== null && known === null && stored === null) refuse('NOT_FOUND');
  await screened(context, wordsOf(body), 'body');
  if (stored !== null) return give(context, stored._id, { command: 'write', body });
  const { sample } = await context.repository(persons).load(by);
  const fresh: ContentDraft = {
    ...birth(draftId(body.kind, contentId, edition), contentDrafts.schema, [], now),
    sample,
    timeline: [{ rid, at: now, by, command: 'write' }],
    kind: body.kind,
    contentId,
    edition,
    body,
    state: 'editing',
    round: 0,
    writerId: by,
    readings: [],
  };
  const { doc } = await repository.create(fresh);
  return draftOf(context, doc);
}

const One = v.strictObject({ id });
const OPEN = ['editing', 'first', 'second', 'final'] as const;

export const contentActions = [
  action({
    name: 'content.desk',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'school.records',
    async run(context) {
      const { now, settings } = context;
      const reader = draftReader(context);
      const canWrite = can(context.caller, 'school.manage');
      const newest = {
        where: { updatedAt: context.database.command.gt(0) },
        order: [['updatedAt', 'desc']],
        without: ['timeline', 'effects'],
      } as const;
      const [open, aside, shown] = await Promise.all([
        context.repository(contentDrafts).list({
          ...newest,
          either: OPEN.map((state) => ({ state })),
          limit: OPEN.length * LIMITS.page,
        }),
        // By itself: however much was laid aside, it hides nothing that is under way.
        canWrite
          ? context
              .repository(contentDrafts)
              .list({ ...newest, either: [{ state: 'dropped' }], limit: LIMITS.page })
          : [],
        shelves(context),
      ]);
      const drafts = open.reverse();
      const turns = drafts.filter((draft) =>
        commandsOf(draft, reader).some((command) => command === 'pass' || command === 'submit'),
      );
      const items = [
        ...shown.courses.map((one) => contentCard('course', one, now, settings)),
        ...shown.lessons.map((one) => contentCard('recorded', one, now, settings)),
      ];
      const rules = shown.rules.map(([key, one]) => policyCard(key, one, now, settings));
      return {
        turns: turns.map(draftCard),
        drafts: drafts.filter((draft) => !turns.includes(draft)).map(draftCard),
        dropped: aside.map(draftCard),
        stale: [...items, ...rules].filter(({ stale }) => stale),
        items,
        canWrite,
      };
    },
  }),
  action({
    name: 'content.draft',
    kind: 'read',
    input: One,
    allow: 'school.records',
    run: async (context, input) => draftOf(context, await context.repository(contentDrafts).load(input.id)),
  }),
  action({
    name: 'content.source',
    kind: 'read',
    input: v.strictObject({ kind: oneOf(CONTENT_KINDS), id }),
    allow: 'school.manage',
    async run(context, { kind, id: contentId }) {
      const known = (await standing(context, kind, contentId)) ?? refuse('NOT_FOUND');
      const next = await context.repository(contentDrafts).find(draftId(kind, contentId, known.edition + 1));
      const reading = next !== null && next.state in REVIEW_STAGES;
      return { body: next?.body ?? known.body, draftId: next?._id ?? null, reading };
    },
  }),
  action({
    name: 'content.write',
    kind: 'write',
    input: v.strictObject({ contentId: v.nullable(id), body: Body }),
    allow: 'school.manage',
    run: write,
  }),
  action({
    name: 'content.submit',
    kind: 'write',
    input: One,
    allow: 'school.manage',
    run: (context, input) => give(context, input.id, { command: 'submit' }),
  }),
  action({
    name: 'content.pass',
    kind: 'write',
    input: v.strictObject({ id, stage: oneOf(REVIEW_STAGES) }),
    allow: 'content.review',
    run: (context, { id: draft, stage }) => give(context, draft, { command: 'pass', stage }),
  }),
  action({
    name: 'content.send_back',
    kind: 'write',
    input: v.strictObject({ id, stage: oneOf(REVIEW_STAGES), reason: someText(LIMITS.reason) }),
    allow: 'content.review',
    run: (context, { id: draft, ...said }) => give(context, draft, { command: 'send_back', ...said }),
  }),
  action({
    name: 'content.drop',
    kind: 'write',
    input: One,
    allow: 'school.manage',
    run: (context, input) => give(context, input.id, { command: 'drop' }),
  }),
];
