import { CONSENTS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { afterWorkdays } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { oneOf } from '../../core/schemas';
import { type Person, persons } from '../person/model';
import { ownPerson } from '../person/read';
import { exportOf } from './export-read';
import { withdrawn } from './kept';
import { matters, myData } from './read';
import { takeBackEverywhere } from './take-back-deliver';

/** Rights of the person over their data (rules.md 4.2): see, take away, take back, be erased. */

async function change(context: ActionContext, command: string, decide: (person: Person) => Person) {
  const { rid, now } = context;
  const repository = context.repository(persons);
  const { doc } = await repository.change(personId(context.caller), rid, (person) => {
    const next = decide(person);
    const timeline = [...next.timeline, { rid, at: now, by: person._id, command }];
    return { ...next, timeline };
  });
  await carryOut(repository, doc, context.carrier);
  return doc;
}

export const myDataActions = [
  action({
    name: 'data.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => myData(context, await ownPerson(context)),
  }),
  action({
    name: 'data.export',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: (context) => exportOf(context, personId(context.caller)),
  }),
  action({
    name: 'data.withdraw',
    kind: 'write',
    input: v.strictObject({
      consent: oneOf(CONSENTS),
    }),
    allow: 'person',
    async run(context, { consent }) {
      const person = await change(context, 'withdraw', (person) => withdrawn(person, consent, context));
      await takeBackEverywhere(context, person._id, consent);
      return myData(context, person);
    },
  }),
  action({
    name: 'data.erase',
    kind: 'write',
    input: v.strictObject({ understood: v.boolean() }),
    allow: 'person',
    async run(context, { understood }) {
      const open = (await matters(context, personId(context.caller))).filter((request) => request.open);
      if (open.length > 0 && !understood) refuse('OPEN_MATTERS', { count: open.length });
      const dueAt = afterWorkdays(context.now, context.settings.deleteDays);
      const person = await change(context, 'ask_erasure', (person) => ({
        ...person,
        erasure: person.erasure ?? { askedAt: context.now, dueAt },
      }));
      return myData(context, person);
    },
  }),
  action({
    name: 'data.keep',
    kind: 'write',
    input: v.strictObject({ wanted: v.literal(true) }),
    allow: 'person',
    async run(context) {
      const person = await change(context, 'keep', (person) =>
        person.erasure === null ? refuse('NOT_ERASING') : { ...person, erasure: null },
      );
      return myData(context, person);
    },
  }),
];
