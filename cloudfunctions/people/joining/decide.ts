import type { JoinHow } from '@contract/joining';
import type { Role } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import { DAY, MINUTE } from '../../core/calendar';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import type { Person } from '../person/model';
import { withoutCard } from '../portrait/decide';
import type { Lent } from './model';

/**
 * A record without WeChat and a WeChat account become one, and part again within a day. Pure.
 *
 *   offer   ──► the record holds a digest of six digits           (the record's side said yes)
 *   confirm ──► one write on the record: `joined` names the account (the account's side says yes;
 *               of two accounts one finds the digits used)
 *   `join`  ──► one write on the account: `mergedInto` names the record. From here on the account leads
 *               there; then everything of the account comes over, each document once
 *   part    ──► one write on the record: `joined` is gone, the account leads nowhere the same second;
 *               `unjoin` takes back what came over
 */
export interface JoinStep {
  rid: string;
  now: number;
  by: string;
  invocation: string;
}

export const JOIN_CODE_MS = 10 * MINUTE;
/** 当天反悔: a whole day, so that who joined late in the evening has one too. */
export const PART_MS = DAY;

const PAGE = '/packages/people/joining/joining';

const pending = (person: Person, kind: string) => person.effects.some((effect) => effect.kind === kind);

/** @throws JOIN_HAS_WECHAT, JOIN_UNFIT */
export function offered(
  person: Person,
  { codeHash, how }: { codeHash: string; how: JoinHow },
  { rid, now, by }: JoinStep,
): Person {
  if (person.openid !== null || person.joined != null) refuse('JOIN_HAS_WECHAT');
  if (person.erasure !== null || person.erasedAt !== null) refuse('JOIN_UNFIT');
  return {
    ...person,
    joinOffer: { codeHash, expiresAt: now + JOIN_CODE_MS, by, how, at: now },
    timeline: [...person.timeline, { rid, at: now, by, command: 'offer_join' }],
  };
}

export const offers = ({ joinOffer, joined }: Person, codeHash: string, now: number): boolean =>
  joined == null && joinOffer?.codeHash === codeHash && joinOffer.expiresAt > now;

/** An old 党员 comes along with what they help with; a desk, a class or a grid is handed over first. */
const COMES_ALONG: ReadonlySet<Role> = new Set(['member', 'volunteer']);

/** Whoever works here, is leaving or leads elsewhere already sorts that out first. @throws JOIN_UNFIT */
export function mustFit(account: Person): void {
  const free = account.erasure === null && account.erasedAt === null;
  const works = account.grants.some(({ role }) => !COMES_ALONG.has(role));
  if (!free || works || account.openid === null || account.joined != null) refuse('JOIN_UNFIT');
}

function lentBy(account: Person, person: Person): Lent[] {
  const lacks: Readonly<Record<Lent, boolean>> = {
    phone: person.phone === null && account.phone !== null,
    building: person.building === '' && account.building !== '',
    door: person.door === null && account.door !== null,
    branch: person.branch === undefined && account.branch !== undefined,
  };
  // The keys of a record of them.
  return (Object.keys(lacks) as Lent[]).filter((key) => lacks[key]);
}

/** The same for the effect and for who points at once: whichever comes first, it happens once. */
export const joinEffectId = (personId: string, joinId: string) => `${personId}:${joinId}:join`;

/** The record takes the account in. @throws JOIN_CODE_WRONG, JOIN_UNFIT, BUSY while an earlier parting is under way */
export function joinedWith(person: Person, account: Person, codeHash: string, step: JoinStep): Person {
  if (person.joined?.accountId === account._id) return person;
  mustFit(account);
  const { joinOffer } = person;
  if (joinOffer == null || !offers(person, codeHash, step.now)) return refuse('JOIN_CODE_WRONG');
  if (person.openid !== null || person.erasure !== null || person.erasedAt !== null) refuse('JOIN_UNFIT');
  if (pending(person, 'unjoin')) refuse('BUSY');
  const { rid, now, invocation } = step;
  const lent = lentBy(account, person);
  const data = { personId: person._id, accountId: account._id, joinId: rid };
  const takes = (field: Lent) => lent.includes(field);
  return {
    ...person,
    ...(takes('phone') ? { phone: account.phone, phoneIndex: account.phoneIndex } : {}),
    ...(takes('building') ? { building: account.building } : {}),
    ...(takes('door') ? { door: account.door } : {}),
    ...(takes('branch') && account.branch !== undefined ? { branch: account.branch } : {}),
    consents: account.consents,
    joined: {
      id: rid,
      accountId: account._id,
      // `mustFit` has looked.
      openid: account.openid ?? '',
      offeredBy: joinOffer.by,
      how: joinOffer.how,
      offeredAt: joinOffer.at,
      at: now,
      until: now + PART_MS,
      lent,
      settled: false,
    },
    timeline: [...person.timeline, { rid, at: now, by: account._id, command: 'join' }],
    effects: [
      ...person.effects,
      promise(joinEffectId(person._id, rid), 'join', data, invocation, now),
      notice(
        person._id,
        '两份记录合成一份了',
        '以前在社区记的，现在这儿都看得见。弄错了，一天之内能分开',
        step,
      ),
    ],
  };
}

/** @throws JOIN_TOO_LATE, JOIN_UNFIT while the person is leaving, BUSY while things still come over */
export function partedFrom(person: Person, step: JoinStep): Person {
  const { joined } = person;
  if (joined == null) return person;
  if (joined.settled || joined.until <= step.now) refuse('JOIN_TOO_LATE');
  if (person.erasure !== null) refuse('JOIN_UNFIT');
  if (pending(person, 'join')) refuse('BUSY');
  const { rid, now, by, invocation } = step;
  const { accountId, id: joinId, spared = [] } = joined;
  const data = { personId: person._id, accountId, joinId, spared };
  const takenBack = `${joined.accountId}:${joined.id}`;
  return {
    ...withoutLent(person, joined.lent),
    consents: {},
    joinOffer: null,
    joined: null,
    timeline: [...person.timeline, { rid, at: now, by, command: 'unjoin' }],
    effects: [
      ...person.effects,
      promise(`${takenBack}:unjoin`, 'unjoin', data, invocation, now),
      notice(joined.accountId, '两份记录分开了', '合之前是谁的，还是谁的', step),
    ],
  };
}

/** Another record was quicker for this account: nothing has come over, so nothing goes back. */
export function letGo(
  person: Person,
  accountId: string,
  { rid, now }: Pick<JoinStep, 'rid' | 'now'>,
): Person {
  if (person.joined?.accountId !== accountId) return person;
  return {
    ...withoutLent(person, person.joined.lent),
    consents: {},
    joinOffer: null,
    joined: null,
    timeline: [...person.timeline, { rid, at: now, by: 'system', command: 'unjoin' }],
  };
}

function withoutLent(person: Person, lent: readonly Lent[]): Person {
  const { branch, ...rest } = person;
  return {
    ...rest,
    ...(lent.includes('branch') || branch === undefined ? {} : { branch }),
    ...(lent.includes('phone') ? { phone: null, phoneIndex: null } : {}),
    ...(lent.includes('building') ? { building: '' } : {}),
    ...(lent.includes('door') ? { door: null } : {}),
  };
}

/** The account points to the record; an older pointer that nobody answers gives way. */
export function pointing(
  account: Person,
  recordId: string,
  { rid, now }: Pick<JoinStep, 'rid' | 'now'>,
): Person {
  if (account.mergedInto === recordId) return account;
  const entry = { rid, at: now, by: account._id, command: 'lead' };
  return { ...account, mergedInto: recordId, timeline: [...account.timeline, entry] };
}

/** What is left of the account a day later: the way from WeChat, and nothing that was entered. */
export function stub(account: Person, step: Pick<JoinStep, 'rid' | 'now' | 'invocation'>): Person {
  const { rid, now } = step;
  const { branch: _, ...rest } = withoutCard(account, step);
  return {
    ...rest,
    // Where powers are kept, they keep their name.
    name: account.grants.length === 0 ? '' : account.name,
    phone: null,
    phoneIndex: null,
    building: '',
    door: null,
    consents: {},
    timeline: [...rest.timeline, { rid, at: now, by: 'system', command: 'settle' }],
  };
}

function notice(to: string, title: string, text: string, step: JoinStep): Effect {
  const data = { to, template: 'progress', title, text, link: PAGE, urgent: false };
  return promise(`${to}:${step.rid}:told`, 'notify', data, step.invocation, step.now);
}
