import { POLICIES } from '../../../contract/words';

/** The school's rules: each is read, and written anew, on a page of its own (S27–S29). */
export const POLICY_LINES = Object.entries(POLICIES).map(([policy, title]) => ({
  policy,
  title,
  link: `/packages/school/policy/policy?policy=${policy}`,
}));
