import type { Nothing, Read } from './kinds';
import type { Policy } from './words';

/** 制度 (S27–S29): versions with the day from which they hold; the texts are the office's. */

export interface PolicyLine {
  policy: Policy;
  /** Of the wording in force; `null`: 待填写. */
  edition: number | null;
  effectiveOn: string | null;
}

export interface PolicyView extends PolicyLine {
  text: string | null;
  /** All wordings, newest first; `upcoming` does not hold yet. */
  editions: { edition: number; effectiveOn: string; upcoming: boolean }[];
}

export type PolicyActions = {
  'policy.list': Read<Nothing, { items: PolicyLine[] }>;
  /** `edition: null`: the one in force. */
  'policy.get': Read<{ policy: Policy; edition: number | null }, PolicyView & { canWrite: boolean }>;
};
