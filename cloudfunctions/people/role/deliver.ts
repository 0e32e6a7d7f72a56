import { ROLES, type Role } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut, promise } from '../../core/effects';
import { roleKey } from '../../core/permissions';
import { broughtAlong, leadsTo, trustOf } from '../person/living-read';
import { type Person, persons } from '../person/model';
import { cardOf } from '../portrait/decide';
import type { Power } from './decide';
import { holdingOf, rollId, rolls } from './model';

/**
 * The effect `power`: what the roll says now stands on the person. An effect that comes late (the
 * function died, `sweep` took over) must not bring back what was revoked meanwhile, so the person
 * remembers up to which entry of the roll's trail it was taken over:
 *
 *   grant:  1 entry, held ──► died ............ person: 1 < 2 → nothing
 *   revoke: 2 entries, revoked ──► person: 2 taken over
 */
export async function takePower(run: RunContext, effect: Effect): Promise<void> {
  const power = readPower(effect);
  const id = rollId(power.personId, power.role, power.scope);
  const roll = await run.repository(rolls).load(id);
  const entries = roll.timeline.length;
  const held = holdingOf(roll, power.personId)?.state === 'held';
  const repository = run.repository(persons);
  const named = await repository.load(power.personId);
  const along = await broughtAlong(run, named);
  const { doc } = await repository.change(power.personId, effect.id, (person) => {
    if (person.erasedAt !== null || (person.powers?.[id] ?? 0) >= entries) return person;
    const step = { now: run.now, rid: effect.id, invocation: run.invocation };
    const trusted = withPower(person, power, held);
    const next = cardOf(trusted, [...trusted.grants, ...along], step);
    const handBack = promise(
      `${person._id}:${effect.id}:handed_back`,
      'handed_back',
      { personId: person._id },
      run.invocation,
      run.now,
    );
    return {
      ...next,
      powers: { ...person.powers, [id]: entries },
      timeline: [...person.timeline, { rid: effect.id, at: run.now, by: 'system', command: 'power' }],
      effects: held ? next.effects : [...next.effects, handBack],
    };
  });
  await carryOut(repository, doc, run.carrier);
  await keepCard(run, doc, effect.id);
}

/** The picture that households see stands on the record that an account leads to; the power stood on the account. */
async function keepCard(run: RunContext, named: Person, rid: string): Promise<void> {
  const person = await leadsTo(run, named);
  if (person._id === named._id) return;
  const grants = await trustOf(run, person);
  const repository = run.repository(persons);
  const step = { now: run.now, rid: `${rid}:card`, invocation: run.invocation };
  const { doc } = await repository.change(person._id, step.rid, (stored): Person => {
    const next = cardOf(stored, grants, step);
    if (next === stored) return stored;
    const entry = { rid: step.rid, at: run.now, by: 'system', command: 'power' };
    return { ...next, timeline: [...stored.timeline, entry] };
  });
  await carryOut(repository, doc, run.carrier);
}

function withPower(person: Person, { role, scope }: Power, held: boolean): Person {
  const others = person.grants.filter((one) => !(one.role === role && one.scope === scope));
  const grants = held ? [...others, { role, scope }] : others;
  return { ...person, grants, roleKeys: grants.map(roleKey) };
}

function readPower({ data }: Effect): Power {
  const { personId, role, scope } = data;
  if (typeof personId !== 'string' || typeof scope !== 'string' || !isRole(role)) throw new Error('no power');
  return { personId, role, scope };
}

const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);
