import type { Aggregate, AggregateDefinition, TimelineEntry } from '../../core/aggregate';
import type { RoleGrant } from '../../core/permissions';

/**
 * Somebody we know, by a random id; `accounts` points to it from the openid, so that an elder known
 * only by telephone and a later WeChat account can be one person (DESIGN section 5).
 */
export interface Person extends Aggregate {
  timeline: readonly TimelineEntry[];
  /** L2. How they want to be addressed; '' when they have not said. */
  name: string;
  /** L3, sealed. */
  phone: string | null;
  /** Keyed digest of the phone: the desk finds a caller by number without listing numbers. */
  phoneIndex: string | null;
  communityId: string | null;
  /** L2 */
  building: string;
  /** L3, sealed. */
  door: string | null;
  /** By their own word. */
  elder: boolean;
  grants: RoleGrant[];
  /** `role:scope` of every grant, indexed. */
  roleKeys: string[];
  /** Subscription messages that may still be sent, by template (rules.md 4.6). */
  consents: Partial<Record<string, number>>;
  /** Turned recommendations off (S44); absent: they are on. */
  recommendOff?: boolean;
  /** Wants no study hours counted out (workflows 2.5); absent: as the voluntary list of the frail says. */
  studyExempt?: boolean;
  /** L1. The only place besides `accounts` that can reach WeChat; never in a reply. */
  openid: string | null;
}

export const persons: AggregateDefinition<Person> = {
  collection: 'persons',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export function newPerson(id: string, openid: string | null, now: number): Person {
  return {
    _id: id,
    schema: persons.schema,
    version: 1,
    people: [id],
    timeline: [],
    effects: [],
    wakeAt: null,
    createdAt: now,
    updatedAt: now,
    sample: false,
    name: '',
    phone: null,
    phoneIndex: null,
    communityId: null,
    building: '',
    door: null,
    elder: false,
    grants: [],
    roleKeys: [],
    consents: {},
    openid,
  };
}
