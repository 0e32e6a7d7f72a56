import { POLICIES, type Policy } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can } from '../../core/caller';
import { oneOf } from '../../core/schemas';
import { policies, policyView } from './model';

// The keys of a closed list are its values.
const KEYS = Object.keys(POLICIES) as Policy[];

export const policyActions = [
  action({
    name: 'policy.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const stored = await context.repository(policies).several(KEYS);
      return {
        items: KEYS.map((key) => {
          const { policy, edition, effectiveOn } = policyView(
            key,
            stored.get(key) ?? null,
            null,
            context.now,
          );
          return { policy, edition, effectiveOn };
        }),
      };
    },
  }),
  action({
    name: 'policy.get',
    kind: 'read',
    input: v.strictObject({
      policy: oneOf(POLICIES),
      edition: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000))),
    }),
    allow: 'anyone',
    run: async (context, { policy, edition }) => ({
      ...policyView(policy, await context.repository(policies).find(policy), edition, context.now),
      canWrite: can(context.caller, 'school.manage'),
    }),
  }),
];
