import type { AwardState, AwardView } from '@contract/award';
import { LIMITS } from '@contract/limits';
import { AWARD_KINDS, GRID_TOPICS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { paged } from '../../core/page';
import { placesFor } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { cursor, id, oneOf, someText } from '../../core/schemas';
import { screened } from '../../core/screening';
import { communityId } from '../../people/community/schema';
import { persons } from '../../people/person/model';
import { noted } from './decide';
import { nominations } from './definition';
import type { AwardActor } from './machine';
import type { Nomination } from './model';
import { type AwardReader, awardCard, awardView, isDesk, nominationCard, readable } from './view';

/** Nominating and reading; the desks' commands are in `command-actions.ts`. */

const HEAVY = ['timeline', 'effects', 'objections', 'voices'] as const;

export function readerOf(context: ActionContext, communityId: string | null): AwardReader {
  const { caller } = context;
  const actors = new Set<AwardActor>(['anyone']);
  if (can(caller, 'award.verify', communityId)) actors.add('desk');
  if (can(caller, 'committee.decide')) actors.add('committee');
  if (can(caller, 'award.object')) actors.add('auditor');
  return { personId: caller.id, actors, links: can(caller, 'school.manage') };
}

export function viewOf(context: ActionContext, nomination: Nomination): AwardView {
  return awardView(nomination, readerOf(context, nomination.communityId));
}

const Nominate = v.strictObject({
  kind: oneOf(AWARD_KINDS),
  fields: v.pipe(v.array(oneOf(GRID_TOPICS)), v.maxLength(4)),
  name: someText(LIMITS.name),
  words: someText(LIMITS.words),
  communityId,
});

async function nominate(context: ActionContext, input: v.InferOutput<typeof Nominate>): Promise<AwardView> {
  const who = personId(context.caller);
  const repository = context.repository(nominations);
  const nominationId = derivedId('nomination', who, context.rid);
  const stored = await repository.find(nominationId);
  if (stored !== null) return viewOf(context, stored);
  await screened(context, `${input.name}\n${input.words}`, 'words');
  const { sample } = await context.repository(persons).load(who);
  const fresh: Nomination = {
    ...input,
    fields: [...new Set(input.fields)],
    _id: nominationId,
    schema: nominations.schema,
    version: 1,
    people: [who],
    timeline: [],
    effects: [],
    wakeAt: null,
    createdAt: context.now,
    updatedAt: context.now,
    sample,
    nominatorId: who,
    state: 'nominated',
    story: '',
    consent: null,
    verifiedBy: null,
    note: '',
    voices: [],
    until: null,
    objections: [],
    reason: '',
    decidedAt: null,
    courseId: null,
  };
  const { doc } = await repository.create(
    noted(fresh, { now: context.now, rid: context.rid, by: who }, 'nominate'),
  );
  return viewOf(context, doc);
}

type Waiting = Readonly<{ state: AwardState; communityId?: string }>;

function inState(context: ActionContext, ...either: readonly Waiting[]): Promise<Nomination[]> {
  return context.repository(nominations).list({
    where: {},
    either,
    order: [['updatedAt', 'asc']],
    limit: either.length * LIMITS.page,
    without: HEAVY,
  });
}

/** Whose turn it is in each state. */
const TURNS: Readonly<Partial<Record<AwardActor, readonly AwardState[]>>> = {
  desk: ['nominated', 'verifying'],
  committee: ['committee'],
  auditor: ['objection'],
};

export const awardActions = [
  action({
    name: 'award.board',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'anyone',
    async run(context, { after }) {
      const told = { where: { state: 'commended' }, by: 'decidedAt', direction: 'desc' } as const;
      const [notices, { found, next }] = await Promise.all([
        after === null ? inState(context, { state: 'publicity' }) : [],
        paged(
          context,
          context.repository(nominations),
          { ...told, from: context.now + 1, limit: LIMITS.page, without: HEAVY },
          after,
        ),
      ]);
      return { notices: notices.flatMap(awardCard), items: found.flatMap(awardCard), next };
    },
  }),
  action({
    name: 'award.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const nomination = await context.repository(nominations).load(input.id);
      if (!readable(nomination, readerOf(context, nomination.communityId))) refuse('NOT_FOUND');
      return viewOf(context, nomination);
    },
  }),
  action({
    name: 'award.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      if (context.caller.id === null) return { items: [] };
      const found = await context.repository(nominations).list({
        where: { people: context.caller.id },
        order: [['createdAt', 'desc']],
        limit: LIMITS.page,
        without: HEAVY,
      });
      return { items: found.map(nominationCard) };
    },
  }),
  action({
    name: 'award.desk',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const reader = readerOf(context, null);
      if (!isDesk(reader)) refuse('NOT_ALLOWED');
      const own = placesFor(context.caller.grants, 'award.verify');
      const turns = [...reader.actors].flatMap((actor) =>
        (TURNS[actor] ?? []).flatMap((state) =>
          (actor === 'desk' ? own : [{}]).map((place) => ({ state, ...place })),
        ),
      );
      return { items: (await inState(context, ...turns)).map(nominationCard) };
    },
  }),
  action({ name: 'award.nominate', kind: 'write', input: Nominate, allow: 'person', run: nominate }),
];
