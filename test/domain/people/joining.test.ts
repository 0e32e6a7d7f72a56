import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DAY, MINUTE } from '../../../cloudfunctions/core/calendar';
import { Refusal } from '../../../cloudfunctions/core/refusal';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import {
  joinedWith,
  letGo,
  offered,
  partedFrom,
  pointing,
  stub,
} from '../../../cloudfunctions/people/joining/decide';
import { mentions, renamed } from '../../../cloudfunctions/people/joining/rename';
import { newPerson, type Person, persons } from '../../../cloudfunctions/people/person/model';

const NOW = Date.parse('2026-11-25T10:00:00+08:00');
const step = (rid: string, now = NOW) => ({ rid, now, by: 'worker', invocation: 'run' });
const record: Person = {
  ...newPerson('record', null, 0),
  name: '样例大娘',
  communityId: 'jianguo',
  elder: true,
};
const account: Person = {
  ...newPerson('account', 'openid', 0),
  phone: 'sealed',
  phoneIndex: 'digest',
  building: '样例楼 1 栋',
  consents: { progress: 2 },
};
const offer = { codeHash: 'hash', how: 'door' as const };
const both = (now = NOW) =>
  joinedWith(offered(record, offer, step('o', now)), account, 'hash', step('j', now));
const settled = (person: Person): Person => ({ ...person, effects: [] });
const code = (act: () => unknown): string => {
  try {
    act();
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'broken';
  }
};

describe('two records of one person', () => {
  test('the record takes what it lacked, keeps both consents, and gives back exactly that', () => {
    const joined = both();
    assert.deepEqual(
      [joined.phone, joined.building, joined.consents],
      ['sealed', '样例楼 1 栋', { progress: 2 }],
    );
    assert.deepEqual(
      [joined.joined?.offeredBy, joined.joined?.how, joined.joined?.accountId],
      ['worker', 'door', 'account'],
    );
    const apart = partedFrom(settled(joined), step('p', NOW + MINUTE));
    assert.deepEqual(
      [apart.name, apart.phone, apart.phoneIndex, apart.building, apart.consents, apart.joined],
      ['样例大娘', null, null, '', {}, null],
    );
    assert.deepEqual(letGo(joined, 'somebody else', step('g')), joined);
    assert.equal(letGo(joined, 'account', step('g')).joined, null);
  });

  test('digits serve one account and ten minutes; who works here, is leaving or is one already is refused', () => {
    const other = { ...account, _id: 'other' };
    const open = offered(record, offer, step('o'));
    assert.equal(
      code(() => joinedWith(settled(both()), other, 'hash', step('k'))),
      'JOIN_CODE_WRONG',
    );
    assert.equal(
      code(() => joinedWith(open, account, 'wrong', step('k'))),
      'JOIN_CODE_WRONG',
    );
    assert.equal(
      code(() => joinedWith(open, account, 'hash', step('k', NOW + 10 * MINUTE))),
      'JOIN_CODE_WRONG',
    );
    const host = { ...account, grants: [{ role: 'host' as const, scope: 'jianguo' }] };
    assert.equal(
      code(() => joinedWith(open, host, 'hash', step('k'))),
      'JOIN_UNFIT',
    );
    const member = { ...account, grants: [{ role: 'member' as const, scope: 'jianguo' }] };
    assert.equal(
      code(() => joinedWith(open, member, 'hash', step('k'))),
      'ok',
    );
    const leaving = { ...account, erasure: { askedAt: NOW, dueAt: NOW + DAY } };
    assert.equal(
      code(() => joinedWith(open, leaving, 'hash', step('k'))),
      'JOIN_UNFIT',
    );
    assert.equal(
      code(() => offered(account, offer, step('o'))),
      'JOIN_HAS_WECHAT',
    );
  });

  test('while things still come over nothing is parted; a day later it is for good, and the account is a pointer', () => {
    assert.equal(
      code(() => partedFrom(both(), step('p'))),
      'BUSY',
    );
    assert.equal(
      code(() => partedFrom(settled(both()), step('p', NOW + DAY))),
      'JOIN_TOO_LATE',
    );
    const context = { now: NOW + DAY, settings: DEFAULT_SETTINGS, invocation: 'run', rid: 't' };
    const timed = persons.onTimer(settled(both()), context);
    assert.equal(timed.joined?.settled, true);
    assert.equal(persons.onTimer(timed, context), timed, 'once');
    const left = stub(pointing(account, 'record', step('l')), step('s'));
    assert.deepEqual(
      [left.mergedInto, left.openid, left.phone, left.phoneIndex, left.building, left.consents],
      ['record', 'openid', null, null, '', {}],
    );
  });

  test('whatever a document holds: there and back again it is the same, and its history keeps its authors', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(json, json, (left, right) => {
        const doc = {
          ...newPerson('one', null, 0),
          timeline: [{ rid: 'account:1', at: 0, by: 'account', command: 'said' }],
          people: ['account'],
          holders: [{ personId: 'account', left }],
          keyed: { account: right },
        };
        fc.pre(!mentions({ ...newPerson('x', null, 0), ...{ left, right } }, 'record'));
        const over = renamed(doc, 'account', 'record');
        assert.deepEqual(renamed(over, 'record', 'account'), doc);
        assert.equal(mentions(over, 'account'), false);
        assert.deepEqual(over.timeline, doc.timeline);
        assert.deepEqual(over.people, ['record']);
      }),
    );
  });
});
