import type { BondView, FamilyView } from '@contract/family';
import type { ActionContext, RunContext } from '../../core/context';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { type Bond, bondId, bonds } from './model';

/** Bonds that hold, of either side; a person has few. */
export const MOST_BONDS = 10;

export function bondsOf(context: RunContext, personId: string): Promise<Bond[]> {
  return context.repository(bonds).list({
    where: { people: personId, active: true },
    order: [['updatedAt', 'desc']],
    limit: 2 * MOST_BONDS,
    without: ['timeline', 'effects'],
  });
}

/** The bond by which this caller stands for that elder, read anew each time: unbound is unbound. */
export async function bondWith(context: ActionContext, elderId: string | null): Promise<Bond | null> {
  const { id } = context.caller;
  if (id === null || elderId === null || id === elderId) return null;
  const bond = await context.repository(bonds).find(bondId(elderId, id));
  return bond?.active === true ? bond : null;
}

/** Those who agreed that this person speaks for them (替我说). */
export async function spokenFor(context: RunContext, me: string): Promise<Person[]> {
  const mine = (await bondsOf(context, me)).filter((bond) => bond.relativeId === me && bond.agreed.speak);
  const people = await context.repository(persons).several(mine.map(({ elderId }) => elderId));
  return [...people.values()];
}

export async function familyView(context: ActionContext, me: string): Promise<FamilyView> {
  const found = await bondsOf(context, me);
  const others = await context.repository(persons).several(found.map((bond) => otherOf(bond, me)));
  const views = found.map((bond) => bondView(bond, others.get(otherOf(bond, me)) ?? null, me));
  const side = (elder: boolean) => views.filter((_, place) => (found[place]?.elderId === me) === elder);
  return { elders: side(false), relatives: side(true) };
}

const otherOf = (bond: Bond, me: string) => (bond.elderId === me ? bond.relativeId : bond.elderId);

function bondView(bond: Bond, person: Person | null, me: string): BondView {
  return {
    id: bond._id,
    personId: otherOf(bond, me),
    name: person === null ? '' : maskedName(person.name, person.sample),
    sample: person?.sample ?? false,
    agreed: bond.agreed,
    how: bond.how,
    since: bond.since,
  };
}
