import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { requestCard } from './cards';
import { requests } from './definition';
import { HEAVY } from './read';

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
      const found = await context.repository(requests).list({
        where: { people: bond.elderId },
        order: [['updatedAt', 'desc']],
        limit: 40,
        without: HEAVY,
      });
      // Not what the elder raised for others.
      const theirs = found.filter(
        ({ beneficiary, requesterId }) =>
          beneficiary.personId === bond.elderId &&
          (bond.agreed.progress || requesterId === context.caller.id),
      );
      const cards = (open: boolean) => theirs.filter((request) => request.open === open).map(requestCard);
      return {
        name: maskedName(elder.name, elder.sample),
        sample: elder.sample,
        open: cards(true),
        ended: cards(false),
      };
    },
  }),
];
