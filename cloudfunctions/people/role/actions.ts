import { LIMITS } from '@contract/limits';
import type { FoundPerson, PowerView, RoleChoice } from '@contract/role';
import { ROLES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { paged } from '../../core/page';
import { roleKey, WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { cursor, id, oneOf, someText, typedCode } from '../../core/schemas';
import { gridNames } from '../../service/grid/read';
import { teams } from '../../service/team/model';
import { GRIDS } from '../community/grids';
import { communityName } from '../community/list';
import { type Person, persons, readPersonCode } from '../person/model';
import { mustKnow } from '../person/read';
import { maskedName } from '../person/show';
import { confirmed, declined, granted, newRoll, type Power, type PowerStep, revoked } from './decide';
import { holdingOf, type Roll, rollId, rolls } from './model';
import { choicesOf, placeOf } from './places';
import { giverOf, type Known, namedOn, powerView } from './view';

/** A person holds few powers, and a street has few administrators. */
const MOST = 30;

async function knownOn(context: ActionContext, found: readonly Roll[]): Promise<Known> {
  const ids = namedOn(found);
  const people = await context
    .repository(persons)
    .list({ where: { _id: context.database.command.in(ids) }, limit: ids.length });
  return new Map(people.map((person) => [person._id, person]));
}

/** Who and where rolls speak of, by name. */
async function namedBy(context: ActionContext, found: readonly Roll[]) {
  const scopes = found.flatMap(({ holdings }) => gridsIn(holdings));
  const [people, grids] = await Promise.all([knownOn(context, found), gridNames(context, scopes)]);
  return { people, grids };
}

const gridsIn = (powers: readonly Pick<Power, 'role' | 'scope'>[]): string[] =>
  powers.flatMap(({ role, scope }) => (role === 'grid_worker' ? [scope] : []));

const readerOf = ({ caller }: ActionContext) => ({ id: caller.id ?? '', admin: can(caller, 'role.grant') });

async function views(
  context: ActionContext,
  found: readonly Roll[],
  wanted: (view: PowerView) => boolean,
): Promise<PowerView[]> {
  if (found.length === 0) return [];
  const named = await namedBy(context, found);
  return found
    .flatMap((roll) => roll.holdings.map((one) => powerView(roll, one, named, readerOf(context))))
    .filter(wanted);
}

function powersOf(context: ActionContext, person: string): Promise<Roll[]> {
  return context
    .repository(rolls)
    .list({ where: { people: person }, order: [['updatedAt', 'desc']], limit: MOST, without: ['effects'] });
}

async function choices(context: ActionContext): Promise<RoleChoice[]> {
  const [known, grids] = await Promise.all([
    context.repository(teams).list({ where: {}, order: [['order', 'asc']], limit: LIMITS.page }),
    gridNames(
      context,
      GRIDS.map(({ id: grid }) => grid),
    ),
  ]);
  return choicesOf(
    known.map(({ _id, name }) => ({ id: _id, name: name ?? '服务队（待填写）' })),
    grids,
  );
}

async function foundPerson(context: ActionContext, person: Person): Promise<FoundPerson> {
  const { _id, name, sample, communityId } = person;
  const found = await powersOf(context, _id);
  return {
    id: _id,
    name: maskedName(name, sample),
    sample,
    community: communityId === null ? '' : communityName(communityId),
    powers: await views(context, found, (view) => view.personId === _id),
  };
}

/** One command on one roll. @throws NOT_FOUND when there is no such person, or no such power */
async function change(
  context: ActionContext,
  input: Power & { why?: string },
  decide: (roll: Roll, power: Power, step: PowerStep) => Roll,
): Promise<PowerView> {
  const { personId: whose, role, scope, why = '' } = input;
  const power = { personId: whose, role, scope };
  const admins = await context
    .repository(persons)
    .list({ where: { roleKeys: roleKey({ role: 'admin', scope: WHOLE_STREET }) }, limit: MOST });
  const step: PowerStep = {
    rid: context.rid,
    now: context.now,
    by: personId(context.caller),
    invocation: context.invocation,
    why,
    admins: admins.map(({ _id }) => _id),
    grids: await gridNames(context, gridsIn([power])),
  };
  const repository = context.repository(rolls);
  const { doc } = await repository.change(rollId(whose, role, scope), context.rid, (roll) =>
    decide(roll, power, step),
  );
  await carryOut(repository, doc, context.carrier);
  const holding = holdingOf(doc, whose) ?? refuse('NOT_FOUND');
  return powerView(doc, holding, await namedBy(context, [doc]), readerOf(context));
}

/** Somebody who is here, and a place where that role can be held. */
async function grant(context: ActionContext, input: Power & { why: string }): Promise<PowerView> {
  const person = await context.repository(persons).load(input.personId);
  if (person.erasedAt !== null) refuse('NOT_FOUND');
  const choice = (await choices(context)).find(({ role }) => role === input.role);
  if (!choice?.places.some((place) => place.id === input.scope)) refuse('INVALID_INPUT', { field: 'scope' });
  if (input.personId === context.caller.id) refuse('OWN_POWER');
  await context.repository(rolls).create(newRoll(input, context.now));
  return change(context, input, granted);
}

const scope = v.pipe(v.string(), v.regex(/^(\*|[A-Za-z0-9_-]{1,64})$/));
const power = { personId: id, role: oneOf(ROLES), scope };
const reasoned = v.strictObject({ ...power, why: someText(LIMITS.reason) });

export const roleActions = [
  action({
    name: 'role.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const me = context.caller.id;
      if (me === null) return { code: '', powers: [] };
      const [person, found] = await Promise.all([mustKnow(context), powersOf(context, me)]);
      const [known, grids] = await Promise.all([
        knownOn(context, found),
        gridNames(context, gridsIn(context.caller.grants)),
      ]);
      const held = found.flatMap((roll) => {
        const holding = holdingOf(roll, me);
        return holding?.state === 'held' ? [holding] : [];
      });
      return {
        code: person.code,
        powers: context.caller.grants.map(({ role, scope: where }) => {
          const holding = held.find((one) => one.role === role && one.scope === where);
          return {
            role,
            place: placeOf(role, where, grids),
            since: holding?.since ?? null,
            by: holding === undefined ? '' : giverOf(holding, known),
          };
        }),
      };
    },
  }),
  action({
    name: 'role.find',
    kind: 'read',
    input: v.strictObject({ code: typedCode }),
    allow: 'role.grant',
    async run(context, input) {
      const code = readPersonCode(input.code) ?? refuse('NOT_FOUND');
      const [person] = await context.repository(persons).list({ where: { code }, limit: 1 });
      if (person === undefined || person.erasedAt !== null) return refuse('NOT_FOUND');
      return { person: await foundPerson(context, person), choices: await choices(context) };
    },
  }),
  action({
    name: 'role.waiting',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'role.grant',
    async run(context) {
      const found = await context.repository(rolls).list({
        where: { waiting: true },
        order: [['updatedAt', 'desc']],
        limit: MOST,
        without: ['effects'],
      });
      return { items: await views(context, found, ({ state }) => state === 'proposed') };
    },
  }),
  action({
    name: 'role.grant',
    kind: 'write',
    contended: true,
    input: reasoned,
    allow: 'role.grant',
    run: (context, input) => grant(context, input),
  }),
  action({
    name: 'role.confirm',
    kind: 'write',
    contended: true,
    input: v.strictObject(power),
    allow: 'role.grant',
    run: (context, input) => change(context, input, confirmed),
  }),
  action({
    name: 'role.decline',
    kind: 'write',
    contended: true,
    input: reasoned,
    allow: 'role.grant',
    run: (context, input) => change(context, input, declined),
  }),
  action({
    name: 'role.revoke',
    kind: 'write',
    contended: true,
    input: reasoned,
    allow: 'role.grant',
    run: (context, input) => change(context, input, revoked),
  }),
  action({
    name: 'role.trail',
    kind: 'read',
    input: v.strictObject({ after: cursor }),
    allow: 'audit.read',
    async run(context, { after }) {
      const all = { where: {}, by: 'updatedAt', direction: 'desc', from: Number.MAX_SAFE_INTEGER } as const;
      const { found, next } = await paged(
        context,
        context.repository(rolls),
        { ...all, limit: LIMITS.page, without: ['effects'] },
        after,
      );
      return { items: await views(context, found, () => true), next };
    },
  }),
];
