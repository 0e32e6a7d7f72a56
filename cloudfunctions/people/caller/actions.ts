import type { CallerView } from '@contract/caller';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { phone } from '../../core/schemas';
import { requestCard } from '../../service/request/cards';
import { requests } from '../../service/request/definition';
import { HEAVY } from '../../service/request/read';
import { communityName } from '../community/list';
import { cardId, cards } from '../household/model';
import { joinStateOf } from '../joining/state';
import { leadsTo } from '../person/living-read';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { lookedAt } from './model';

/** A household shares a number, hardly more. */
const MOST = 5;

/** Of the desk's own community, or of somebody who has not said where they live. */
function serves(context: ActionContext, { communityId }: Person): boolean {
  return communityId === null || can(context.caller, 'person.find', communityId);
}

async function callerView(context: ActionContext, person: Person): Promise<CallerView> {
  const { _id, name, sample, elder, communityId, building } = person;
  const [found, card] = await Promise.all([
    context.repository(requests).list({
      where: { people: _id },
      order: [['updatedAt', 'desc']],
      limit: LIMITS.page,
      without: HEAVY,
    }),
    context.repository(cards).find(cardId(_id)),
  ]);
  return {
    id: _id,
    name: maskedName(name, sample),
    sample,
    elder,
    community: communityId === null ? '' : communityName(communityId),
    building,
    cardId: card?.state === 'valid' ? card._id : null,
    open: found
      .filter(({ open, beneficiary }) => open && (beneficiary.personId ?? _id) === _id)
      .map(requestCard),
    joining: joinStateOf(person, context.now),
  };
}

export const callerActions = [
  action({
    name: 'caller.find',
    kind: 'write',
    input: v.strictObject({ phone: v.pipe(phone, v.minLength(1)) }),
    allow: 'person.find',
    async run(context, input) {
      const repository = context.repository(persons);
      const found = await repository.list({
        where: { phoneIndex: context.vault.index(input.phone) },
        limit: MOST,
      });
      // An account that leads to a record is that record; both may have the number.
      const meant = await Promise.all(found.map((person) => leadsTo(context, person)));
      const served = [...new Map(meant.map((person) => [person._id, person])).values()].filter((person) =>
        serves(context, person),
      );
      // Written down before it is shown.
      for (const { _id } of served)
        await repository.change(_id, context.rid, (person) =>
          lookedAt(person, 'found_by_phone', {
            rid: context.rid,
            now: context.now,
            by: personId(context.caller),
          }),
        );
      return { people: await Promise.all(served.map((person) => callerView(context, person))) };
    },
  }),
];
