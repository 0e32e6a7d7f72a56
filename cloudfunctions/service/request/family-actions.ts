import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { requestCard } from './cards';
import type { ServiceRequest } from './model';
import { owedFirst, ownOf } from './read-actions';

/** What a relative follows of an elder who agreed to it: where each matter stands. */
export const familyMatters = [
  action({
    name: 'family.matters',
    kind: 'read',
    input: v.strictObject({ personId: id }),
    allow: 'anyone',
    async run(context, input) {
      const bond = (await bondWith(context, input.personId)) ?? refuse('NOT_FOUND');
      const elder = await context.repository(persons).load(bond.elderId);
      const [owed, open, ended] = await Promise.all([
        ownOf(context, bond.elderId, 'owed'),
        ownOf(context, bond.elderId, 'open'),
        ownOf(context, bond.elderId, 'ended', 2 * LIMITS.page),
      ]);
      // Not what the elder raised for others.
      const theirs = ({ beneficiary, requesterId }: ServiceRequest) =>
        beneficiary.personId === bond.elderId && (bond.agreed.progress || requesterId === context.caller.id);
      return {
        name: maskedName(elder.name, elder.sample),
        sample: elder.sample,
        open: owedFirst(owed, open).filter(theirs).map(requestCard),
        ended: ended.filter(theirs).map(requestCard),
      };
    },
  }),
];
