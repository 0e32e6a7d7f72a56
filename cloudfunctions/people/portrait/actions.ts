import type { PortraitView } from '@contract/portrait';
import type { Role } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { attach } from '../../core/attach';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { isOwnFile } from '../../core/own-file';
import { may } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { storedFile } from '../../core/schemas';
import { type Person, persons } from '../person/model';
import { mustKnow } from '../person/read';
import { personLine } from '../person/show';
import { type PortraitStep, withPortrait, withRing } from './decide';

/** 上门名片 (workflows 2.2, story 5): one's own, given freely; nobody is ever asked for it (G4). */

async function viewOf(context: ActionContext, person: Person): Promise<PortraitView> {
  const { grants } = context.caller;
  const role: Role =
    grants.find((grant) => may([grant], 'request.work'))?.role ?? grants.at(0)?.role ?? 'volunteer';
  const { portrait } = person;
  const [url = ''] = portrait == null ? [] : await context.temporaryUrls([portrait.fileId]);
  return {
    line: personLine(person, role),
    picture:
      portrait == null
        ? null
        : {
            url: url === '' ? null : url,
            waiting: portrait.check === 'waiting',
            shown: portrait.check === 'pass',
          },
    rings: person.rings === true,
    hasPhone: person.phone !== null,
  };
}

async function change(
  context: ActionContext,
  decide: (person: Person, step: PortraitStep) => Person,
): Promise<PortraitView> {
  const { now, rid, invocation } = context;
  const me = personId(context.caller);
  const repository = context.repository(persons);
  const { doc } = await repository.change(me, rid, (person) =>
    decide(person, { now, rid, by: me, invocation }),
  );
  await carryOut(repository, doc, context.carrier);
  return viewOf(context, doc);
}

export const portraitActions = [
  action({
    name: 'portrait.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => viewOf(context, await mustKnow(context)),
  }),
  action({
    name: 'portrait.put',
    kind: 'write',
    input: v.strictObject({ picture: storedFile }),
    allow: 'request.work',
    async run(context, { picture }) {
      if (!isOwnFile('portraits', picture, context.rid)) refuse('INVALID_INPUT', { field: 'picture' });
      // Said again, the check is not asked again.
      const before = await mustKnow(context);
      if (hasRid(before, context.rid)) return viewOf(context, before);
      const portrait = await attach(context, context.caller, 'image', picture);
      return change(context, (person, step) => withPortrait(person, portrait, 'put_portrait', step));
    },
  }),
  action({
    name: 'portrait.remove',
    kind: 'write',
    input: v.strictObject({}),
    allow: 'person',
    run: (context) => change(context, (person, step) => withPortrait(person, null, 'remove_portrait', step)),
  }),
  action({
    name: 'portrait.ring',
    kind: 'write',
    input: v.strictObject({ rings: v.boolean() }),
    allow: 'request.work',
    run: (context, { rings }) => change(context, (person, step) => withRing(person, rings, step)),
  }),
];
