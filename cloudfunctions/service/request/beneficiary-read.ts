import type { SubmitInput } from '@contract/submit';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { servesCommunity } from '../../people/community/serving';
import { bondWith } from '../../people/family/read';
import { cards } from '../../people/household/model';
import { living } from '../../people/person/living-read';
import { openidOf, type Person, persons } from '../../people/person/model';
import type { BeneficiaryRecord } from './model';

/** For whom it is; what a person has told us once is not asked again (rules G5). */
export async function beneficiaryOf(
  context: ActionContext,
  input: SubmitInput,
  me: Person,
): Promise<BeneficiaryRecord> {
  const { beneficiary } = input;
  const sealed = (value: string) => (value === '' ? null : context.vault.seal(value));
  if (beneficiary.who === 'bound') {
    const bond = (await bondWith(context, beneficiary.personId)) ?? refuse('NOT_FOUND');
    if (!bond.agreed.speak) refuse('NOT_AGREED');
    return stored(context, await context.repository(persons).load(bond.elderId), 'family');
  }
  if (beneficiary.who === 'household') {
    const card = await context.repository(cards).load(beneficiary.cardId);
    const person = (await living(context, card.personId)) ?? refuse('NOT_FOUND');
    if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_FOUND');
    if (card.state !== 'valid') refuse('CARD_VOID');
    return stored(context, person, 'grid');
  }
  if (beneficiary.who === 'self') {
    const building = input.building === '' ? me.building : input.building;
    const own = { ...stored(context, me, 'self'), name: '', building };
    return { ...own, phone: sealed(input.phone) ?? own.phone, door: sealed(input.door) ?? own.door };
  }
  const { relation, name, phone: number, building, door } = beneficiary;
  return {
    personId: null,
    relation,
    name,
    // Whoever says it for a neighbour can be rung.
    phone: sealed(number) ?? renewed(context, me.phone),
    building,
    door: sealed(door),
    ...(number === '' && me.phone !== null ? { lent: true } : {}),
  };
}

/** A person as the request keeps them; what is sealed stays sealed, with today's key. */
function stored(
  context: ActionContext,
  person: Person,
  relation: BeneficiaryRecord['relation'],
): BeneficiaryRecord {
  const { _id, name, phone: number, building, door } = person;
  return {
    personId: _id,
    relation,
    name,
    phone: renewed(context, number),
    building,
    door: renewed(context, door),
    ...(relation !== 'self' && openidOf(person) === null ? { byPhone: true } : {}),
  };
}

function renewed({ vault }: ActionContext, sealed: string | null): string | null {
  return sealed === null ? null : vault.renew(sealed);
}
