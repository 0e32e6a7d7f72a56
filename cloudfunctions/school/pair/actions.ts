import type { PairSide, PairsView } from '@contract/home-lesson';
import { PAIR_DIRECTIONS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { can, need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, oneOf } from '../../core/schemas';
import { communityId } from '../../people/community/schema';
import type { Person } from '../../people/person/model';
import { mustKnow, ownPerson } from '../../people/person/read';
import { maskedName } from '../../people/person/show';
import { askAgain, asked, decidePair, type PairContext } from './decide';
import { pairs } from './definition';
import { entryId, type Pair, type PairEntry, pairEntries } from './model';
import { currentPairs } from './read';
import { pairView } from './view';

/** 结对: the voluntary list, asking, answering. The list shows a page of people. */
const SHOWN = 20;

function lineOf(person: Person, side: PairSide): PairEntry['line'] {
  const role = side === 'old' ? '老同志' : '上门的';
  return { name: maskedName(person.name, person.sample) || '没留姓名', role, sample: person.sample };
}

function stepOf(context: ActionContext): PairContext {
  const { now, rid, invocation } = context;
  return { now, rid, invocation, by: personId(context.caller) };
}

async function listFor(context: ActionContext): Promise<PairsView> {
  const me = context.caller.id;
  const mayVisit = can(context.caller, 'visit.make');
  if (me === null) return { entry: null, communityId: null, mayVisit, pairs: [], candidates: [] };
  const [person, entry, current] = await Promise.all([
    ownPerson(context),
    context.repository(pairEntries).find(entryId(me)),
    currentPairs(context, me),
  ]);
  const listed = entry?.listed ? await othersOn(context, entry, current) : [];
  return {
    entry: entry && {
      side: entry.side,
      frail: entry.frail,
      listed: entry.listed,
      communityId: entry.communityId,
    },
    communityId: entry?.communityId ?? person?.communityId ?? null,
    mayVisit,
    pairs: current.map((pair) => pairView(pair, me)),
    candidates: listed.map(({ _id, line, frail }) => ({ id: _id, line, frail })),
  };
}

/** The other side of the list in the same community, seen only by who is on it. */
async function othersOn(
  context: ActionContext,
  entry: PairEntry,
  current: readonly Pair[],
): Promise<PairEntry[]> {
  const side: PairSide = entry.side === 'old' ? 'young' : 'old';
  const found = await context.repository(pairEntries).list({
    where: { communityId: entry.communityId, side, listed: true },
    order: [['updatedAt', 'asc']],
    limit: SHOWN,
    without: ['timeline', 'effects'],
  });
  const known = new Set(current.flatMap(({ oldId, youngId }) => [oldId, youngId]));
  return found.filter(({ personId: who }) => who !== entry.personId && !known.has(who));
}

async function ask(context: ActionContext, input: { entryId: string; direction: Pair['direction'] }) {
  const step = stepOf(context);
  const entries = context.repository(pairEntries);
  const [own, other] = await Promise.all([entries.find(entryId(step.by)), entries.find(input.entryId)]);
  if (own === null || !own.listed) return refuse('NOT_ALLOWED');
  if (other === null || !other.listed || other.side === own.side || other.communityId !== own.communityId)
    return refuse('NOT_FOUND');
  const [old, young] = own.side === 'old' ? [own, other] : [other, own];
  const repository = context.repository(pairs);
  const fresh: Pair = {
    ...birth(
      derivedId('pair', old.personId, young.personId),
      pairs.schema,
      [old.personId, young.personId],
      step.now,
    ),
    timeline: [{ rid: step.rid, at: step.now, by: step.by, command: 'ask' }],
    sample: own.sample,
    oldId: old.personId,
    youngId: young.personId,
    oldLine: old.line,
    youngLine: young.line,
    direction: input.direction,
    communityId: own.communityId,
    state: 'asked',
    askedBy: step.by,
    enteredAt: step.now,
    suggestAt: null,
  };
  const { doc: stored } = await repository.create({ ...fresh, effects: asked(fresh, step) });
  const { doc } = await repository.change(stored._id, step.rid, (pair) =>
    askAgain(pair, input.direction, step),
  );
  await carryOut(repository, doc, context.carrier);
  return listFor(context);
}

export const pairActions = [
  action({
    name: 'pair.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: (context) => listFor(context),
  }),
  action({
    name: 'pair.enlist',
    kind: 'write',
    input: v.strictObject({
      side: v.picklist(['old', 'young']),
      frail: v.boolean(),
      listed: v.boolean(),
      communityId,
    }),
    allow: 'person',
    async run(context, input) {
      const me = personId(context.caller);
      // Who goes into homes is known to the street.
      if (input.side === 'young' && input.listed) need(context.caller, 'visit.make');
      const { now, rid } = context;
      const person = await mustKnow(context);
      const said = { ...input, frail: input.side === 'old' && input.frail, line: lineOf(person, input.side) };
      const entry = { rid, at: now, by: me, command: input.listed ? 'enlist' : 'leave_list' };
      const repository = context.repository(pairEntries);
      const { doc } = await repository.create({
        ...birth(entryId(me), pairEntries.schema, [me], now),
        timeline: [entry],
        sample: person.sample,
        personId: me,
        ...said,
      });
      await repository.change(doc._id, rid, (stored) => ({
        ...stored,
        ...said,
        timeline: [...stored.timeline, entry],
      }));
      return listFor(context);
    },
  }),
  action({
    name: 'pair.ask',
    kind: 'write',
    input: v.strictObject({ entryId: id, direction: oneOf(PAIR_DIRECTIONS) }),
    allow: 'person',
    run: ask,
  }),
  action({
    name: 'pair.answer',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, command: v.picklist(['agree', 'refuse', 'take_back', 'end']) }),
    allow: 'person',
    async run(context, input) {
      const step = stepOf(context);
      const repository = context.repository(pairs);
      const { doc } = await repository.change(input.id, step.rid, (pair) =>
        pair.people.includes(step.by) ? decidePair(pair, input.command, step) : refuse('NOT_FOUND'),
      );
      await carryOut(repository, doc, context.carrier);
      return listFor(context);
    },
  }),
];
