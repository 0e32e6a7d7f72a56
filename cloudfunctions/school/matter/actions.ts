import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, someText, text } from '../../core/schemas';
import { persons } from '../../people/person/model';
import { amend, sign, withdraw } from './decide';
import { type CommitteeMatter, matterId, matters, newMatter } from './model';
import { askMembers, settled } from './notices';
import { matterOf, matterReader, mattersIn } from './read';
import { subjectOf } from './subject-actions';
import { matterCard } from './view';

/** Matters decided together (S26): the office proposes, each member signs for themself. */

async function give(
  context: ActionContext,
  id: string,
  decide: (matter: CommitteeMatter, step: Act) => CommitteeMatter,
) {
  const { now, rid, invocation } = context;
  const repository = context.repository(matters);
  const { doc } = await repository.change(id, rid, (before) => {
    const after = decide(before, { now, rid, by: personId(context.caller) });
    if (after.state !== before.state) return settled(after, invocation, now);
    return after.round === before.round ? after : askMembers(after, invocation, now);
  });
  await carryOut(repository, doc, context.carrier);
  return matterOf(context, doc);
}

const Subject = v.strictObject({
  kind: v.picklist(['plan', 'teacher', 'course', 'recorded', 'story']),
  id,
});

export const matterActions = [
  action({
    name: 'matter.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'school.records',
    async run(context) {
      const found = await mattersIn(context, ['signing', 'carried', 'not_carried', 'withdrawn'], LIMITS.page);
      const isOpen = ({ state }: CommitteeMatter) => state === 'signing';
      // Where much was concluded of late, none that waits for a signature may be missing.
      const cut = found.length === 4 * LIMITS.page;
      const open = cut ? await mattersIn(context, ['signing'], LIMITS.page) : found.filter(isOpen);
      const ended = found.filter((matter) => !isOpen(matter));
      const reader = matterReader(context);
      return {
        open: open.slice(0, LIMITS.page).map((one) => matterCard(one, reader)),
        ended: ended.slice(0, LIMITS.page).map((one) => matterCard(one, reader)),
        canPropose: can(context.caller, 'school.manage'),
      };
    },
  }),
  action({
    name: 'matter.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'school.records',
    run: async (context, input) => matterOf(context, await context.repository(matters).load(input.id)),
  }),
  action({
    name: 'matter.propose',
    kind: 'write',
    input: v.strictObject({
      kind: v.picklist(['faculty', 'takedown']),
      subject: Subject,
      words: someText(LIMITS.note),
    }),
    allow: 'school.manage',
    async run(context, { kind, subject, words }) {
      const { now, rid, invocation } = context;
      const by = personId(context.caller);
      const repository = context.repository(matters);
      const stored = await repository.find(matterId(by, rid));
      if (stored !== null) return matterOf(context, stored);
      const found = (await subjectOf(context, kind, subject)) ?? refuse('NOT_FOUND');
      const { sample } = await context.repository(persons).load(by);
      const fresh = newMatter({ kind, subject, title: found.title, words, by, rid, now, sample });
      const { doc } = await repository.create(askMembers(fresh, invocation, now));
      await carryOut(repository, doc, context.carrier);
      return matterOf(context, doc);
    },
  }),
  action({
    name: 'matter.sign',
    kind: 'write',
    input: v.pipe(
      v.strictObject({
        id,
        round: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000)),
        agrees: v.boolean(),
        word: text(LIMITS.reason),
      }),
      // Who thinks otherwise says why: the record keeps it.
      v.forward(
        v.check(({ agrees, word }) => agrees || word !== ''),
        ['word'],
      ),
    ),
    allow: 'committee.decide',
    run: (context, { id: matter, ...voice }) =>
      give(context, matter, (before, step) => sign(before, voice, context.settings.committeeQuorum, step)),
  }),
  action({
    name: 'matter.amend',
    kind: 'write',
    input: v.strictObject({ id, words: someText(LIMITS.note) }),
    allow: 'school.manage',
    run: (context, { id: matter, words }) =>
      give(context, matter, (before, step) => amend(before, words, step)),
  }),
  action({
    name: 'matter.withdraw',
    kind: 'write',
    input: v.strictObject({ id, reason: someText(LIMITS.reason) }),
    allow: 'school.manage',
    run: (context, { id: matter, reason }) =>
      give(context, matter, (before, step) => withdraw(before, reason, step)),
  }),
];
