import type { Aggregate, AggregateDefinition, TimerContext } from '../../core/aggregate';
import { type Attachment, asksAgainAt } from '../../core/attachment';
import { birth } from '../../core/birth';
import { promise } from '../../core/effects';
import { readShortCode, shortCode } from '../../core/ids';
import type { RoleGrant } from '../../core/permissions';
import type { Joined, JoinOffer } from '../joining/model';
import { settledJoining } from '../joining/settle';
import { pictureGone, portraitDue } from '../portrait/decide';
import type { AskedRight } from '../rights/model';

/**
 * Somebody we know, by a random id; `accounts` points to it from the openid, so that an elder known
 * only by telephone and a later WeChat account can be one person (DESIGN section 5).
 */
export interface Person extends Aggregate {
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
  /**
   * Up to which entry of its roll's trail each power was taken over (`people/role/deliver.ts`): a late
   * effect of an earlier one changes nothing. Absent: none yet.
   */
  powers?: Readonly<Record<string, number>>;
  /** Read out to whoever has to find this person; follows from the id. */
  code: string;
  /** Subscription messages that may still be sent, by template (rules.md 4.6). */
  consents: Partial<Record<string, number>>;
  /** Turned recommendations off (S44); absent: they are on. */
  recommendOff?: boolean;
  /** Wants no study hours counted out (workflows 2.5); absent: as the voluntary list of the frail says. */
  studyExempt?: boolean;
  /** L2. The 支部 for which they order and take seats, as they wrote it; absent until they have. */
  branch?: string;
  /** L2. 上门名片: a picture for the households to whom they come; absent or `null` without one. */
  portrait?: Attachment | null;
  /** Households to whom they come may ring the stored number; absent: they may not. */
  rings?: boolean;
  /** L1. The only place besides `accounts` that can reach WeChat; never in a reply. */
  openid: string | null;
  /** Digits under which a later WeChat account may become one with this record; absent: never offered. */
  joinOffer?: JoinOffer | null;
  /** This record and an account have become one; the record is who lives on. */
  joined?: Joined | null;
  /** Of an account: the record that it leads to, as long as that one says so too (`person/living-read.ts`). */
  mergedInto?: string | null;
  /** Asked for by telephone, until a second one has rung back. */
  asked?: AskedRight | null;
  /** 注销 was asked for and waits for its day; `null` otherwise. */
  erasure: { askedAt: number; dueAt: number } | null;
  /** Nothing of this person is left but the random id. */
  erasedAt: number | null;
}

/** What is left is a random id that nobody can follow to anybody; numbers stay as they were. Pure. */
function erased(person: Person, { now, rid, invocation }: TimerContext): Person {
  const data = {
    personId: person._id,
    openid: openidOf(person),
    accountId: person.joined?.accountId ?? null,
  };
  const forget = promise(`${person._id}:${rid}:forget`, 'forget', data, invocation, now);
  const next = emptied(person, { rid, now, invocation });
  return { ...next, effects: [...person.effects, forget, ...next.effects] };
}

/** Nothing but the random id; the picture leaves the storage with the same update. */
export function emptied(
  person: Person,
  { rid, now, invocation }: Pick<TimerContext, 'rid' | 'now' | 'invocation'>,
): Person {
  return {
    ...newPerson(person._id, null, person.createdAt),
    version: person.version,
    sample: person.sample,
    erasedAt: now,
    timeline: [{ rid, at: now, by: 'system', command: 'erase' }],
    effects: pictureGone(person, { rid, now, invocation }),
  };
}

const CODE_LENGTH = 8;
const personCode = (id: string) => shortCode('person', id, CODE_LENGTH);
/** What was typed, as a person's code; `null` when it is none. */
export const readPersonCode = (typed: string) => readShortCode(typed.replace(/[\s-]/g, ''), CODE_LENGTH);

export const persons: AggregateDefinition<Person> = {
  collection: 'persons',
  schema: 3,
  /** 2: `erasure`, `erasedAt`. 3: `code`. */
  upgrade: (stored) => ({
    ...stored,
    erasure: stored.erasure ?? null,
    erasedAt: stored.erasedAt ?? null,
    code: personCode(stored._id),
  }),
  nextTimer(person, settings) {
    const settling = person.joined != null && !person.joined.settled ? person.joined.until : null;
    const due = [person.erasure?.dueAt ?? null, settling, asksAgainAt(person.portrait, settings)].filter(
      (time) => time !== null,
    );
    return due.length === 0 ? null : Math.min(...due);
  },
  onTimer: (person, context) =>
    person.erasure !== null && person.erasure.dueAt <= context.now
      ? erased(person, context)
      : settledJoining(portraitDue(person, context), context),
};

/** Where WeChat finds this person: by an account of their own, or by the one that leads to them. */
export function openidOf({ openid, joined }: Pick<Person, 'openid' | 'joined'>): string | null {
  return openid ?? joined?.openid ?? null;
}

export function newPerson(id: string, openid: string | null, now: number): Person {
  return {
    ...birth(id, persons.schema, [id], now),
    name: '',
    phone: null,
    phoneIndex: null,
    communityId: null,
    building: '',
    door: null,
    elder: false,
    grants: [],
    roleKeys: [],
    code: personCode(id),
    consents: {},
    openid,
    erasure: null,
    erasedAt: null,
  };
}
