import type { PolicyView } from '@contract/policy';
import { POLICIES, type Policy } from '@contract/words';
import type { AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { dayOf } from '../../core/calendar';
import { type Ageing, CONTENT_DESK, growsOld } from '../content/fresh';

/** One of the school's rules with every approved wording (S27–S29); `_id` is its key in the closed list. */
export interface Policies extends Ageing {
  edition: number;
  versions: readonly { edition: number; text: string; effectiveOn: string; approvedAt: number }[];
}

export const policies: AggregateDefinition<Policies> = {
  collection: 'policies',
  schema: 1,
  ...growsOld<Policies>(({ _id, edition }) => ({
    shown: edition > 0,
    // The id is the key of the closed list.
    called: `《${POLICIES[_id as Policy]}》`,
    link: CONTENT_DESK,
  })),
};

export function newPolicies(policy: Policy, now: number): Policies {
  return { ...birth(policy, policies.schema, [], now), edition: 0, versions: [] };
}

/** The newest wording whose day has come; `null`: 待填写. Pure. */
export function inForce(policy: Policies, now: number): Policies['versions'][number] | null {
  const today = dayOf(now);
  return policy.versions.filter(({ effectiveOn }) => effectiveOn <= today).at(-1) ?? null;
}

/** Pure. `edition: null`: the one in force. */
export function policyView(
  key: Policy,
  stored: Policies | null,
  edition: number | null,
  now: number,
): PolicyView {
  const policy = stored ?? newPolicies(key, now);
  const today = dayOf(now);
  const shown =
    edition === null
      ? inForce(policy, now)
      : (policy.versions.find((one) => one.edition === edition) ?? null);
  return {
    policy: key,
    edition: shown?.edition ?? null,
    effectiveOn: shown?.effectiveOn ?? null,
    text: shown?.text ?? null,
    editions: policy.versions
      .map((one) => ({
        edition: one.edition,
        effectiveOn: one.effectiveOn,
        upcoming: one.effectiveOn > today,
      }))
      .reverse(),
  };
}
