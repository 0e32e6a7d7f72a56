import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openRepository } from '../../cloudfunctions/core/repository';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { sessions } from '../../cloudfunctions/school/session/definition';
import { edit } from '../../cloudfunctions/school/session/host';
import type { Session } from '../../cloudfunctions/school/session/model';
import { takeSeat } from '../../cloudfunctions/school/session/take';
import { type Cloud, startCloud } from '../../local/cloud';
import { declarations } from '../../tools/town';
import { sampleSession } from '../domain/school/sample-session';
import { sdkFor } from './control';

/**
 * Each law of the repository beside the disaster without it. The controls do by hand what the
 * repository refuses to do; if one of them stopped failing, these tests would prove nothing.
 */
describe('the five laws of the repository', () => {
  const NOW = Date.parse('2026-11-23T09:00:00+08:00');
  let cloud: Cloud;
  let database: ReturnType<typeof sdkFor>;
  before(async () => {
    cloud = await startCloud({
      data: ':memory:',
      durability: 'off',
      collections: declarations(),
      scan: 'allow',
    });
    database = sdkFor(cloud);
  });
  after(() => cloud.close());

  const context = () => ({
    database,
    settings: DEFAULT_SETTINGS,
    now: () => NOW,
    random: Math.random,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  });
  const repository = () => openRepository(sessions, context());
  const put = (id: string, capacity: number): string => {
    cloud.store.insert('sessions', [{ ...sampleSession(NOW, { capacity, elderOpen: 0 }), _id: id }]);
    return id;
  };
  const read = (id: string) => cloud.store.find('sessions', { _id: id }).documents[0] as unknown as Session;
  const one = (n: number) => ({ personId: `p${n}`, seat: `s${n}`, name: '', elder: false, at: NOW });
  const host = (rid: string) => ({ now: NOW, rid, by: 'host', rules: DEFAULT_SETTINGS });

  test('law 1: every write raises the version; a take without it is overwritten by an edit in the same second', async () => {
    const _ = database.command;
    const versionedEdit = async (id: string, seen: Session) => {
      // Exactly what the repository sends for an edit that decided on `seen` and, as a resize does, writes the seats.
      const reply = await database
        .collection('sessions')
        .where({ _id: id, version: seen.version })
        .options({ multiple: false })
        .update({ version: _.inc(1), holders: _.set([...seen.holders]), seats: _.set(seen.seats) });
      return Reflect.get(reply, 'updated') as number;
    };

    const lawless = put('law1-without', 10);
    const seenLawless = read(lawless);
    const { condition, update } = takeSeat(_, one(1), 'general', 'r1', NOW);
    await database
      .collection('sessions')
      .where({ ...condition, _id: lawless })
      .options({ multiple: false })
      .update(update);
    assert.equal(await versionedEdit(lawless, seenLawless), 1, 'the edit believes that nothing has happened');
    assert.equal(read(lawless).holders.length, 0, 'the disaster: the seat is gone');

    const lawful = put('law1-with', 10);
    const seenLawful = read(lawful);
    assert.equal(await repository().guarded(lawful, 'r1', takeSeat(_, one(1), 'general', 'r1', NOW)), true);
    assert.equal(await versionedEdit(lawful, seenLawful), 0, 'the edit has to decide again');
    assert.equal(read(lawful).holders.length, 1);
  });

  test('law 2: the id is always in the condition; without it a take lands on somebody else’s class', async () => {
    const _ = database.command;
    put('law2-a', 1);
    put('law2-b', 1);
    const { condition, update } = takeSeat(_, one(7), 'general', 'r-law2', NOW);
    const reply = await database
      .collection('sessions')
      .where({ ...condition, title: '样例课' })
      .options({ multiple: true })
      .update(update);
    assert.ok((Reflect.get(reply, 'updated') as number) > 1, 'the disaster: one tap, many seats');

    put('law2-c', 1);
    await repository().guarded('law2-c', 'r-law2c', takeSeat(_, one(8), 'general', 'r-law2c', NOW));
    const seated = cloud.store.find('sessions', { 'holders.personId': 'p8' }).documents;
    assert.equal(seated.length, 1);
  });

  test('law 3: an undefined value never leaves; `where({version: undefined})` is no condition at all', async () => {
    put('law3', 5);
    const reply = await database
      .collection('sessions')
      .where({ _id: 'law3', version: undefined })
      .options({ multiple: false })
      .update({ title: '丢了条件' });
    assert.equal(Reflect.get(reply, 'updated'), 1, 'the disaster: it matched whatever the version');
    await assert.rejects(
      repository().guarded('law3', 'r3', { condition: { version: undefined }, update: {} }),
      { code: 'INVALID_INPUT' },
    );
    await assert.rejects(repository().guarded('law3', 'r3', { condition: { state: {} }, update: {} }), {
      code: 'INVALID_INPUT',
    });
  });

  test('law 4: never more than one document; without it one command changes a hundred', async () => {
    for (let n = 0; n < 5; n += 1) put(`law4-${n}`, 3);
    const reply = await database.collection('sessions').where({ capacity: 3 }).update({ title: '全改了' });
    assert.ok((Reflect.get(reply, 'updated') as number) >= 5, 'the disaster of a plain where().update()');
    put('law4-x', 3);
    await repository().change('law4-x', 'r4', (session) => ({ ...session, title: '只改一个' }));
    assert.equal(cloud.store.find('sessions', { title: '只改一个' }).documents.length, 1);
  });

  test('law 5: the next document is written as a difference; a plain update keeps what was meant to go', async () => {
    const called = (id: string) =>
      cloud.store.insert('sessions', [
        {
          ...sampleSession(NOW, { capacity: 2, elderOpen: 0 }),
          _id: id,
          cancelled: { at: NOW, reason: '停电' },
        },
      ]);
    called('law5-without');
    const { cancelled: _withdrawn, ...next } = read('law5-without');
    const { _id: _same, ...fields } = next;
    await database.collection('sessions').doc('law5-without').update(fields);
    assert.equal(
      read('law5-without').cancelled?.reason,
      '停电',
      'the disaster: what was left out is still there',
    );

    called('law5-with');
    await repository().change('law5-with', 'r5', (before) => {
      const { cancelled: _gone, ...rest } = before;
      return rest;
    });
    assert.equal(read('law5-with').cancelled, undefined);
  });

  test('a replay of a take after it was given back changes nothing', async () => {
    const _ = database.command;
    const id = put('replay', 3);
    const taking = () =>
      repository().guarded(id, 'rid-take', takeSeat(_, one(1), 'general', 'rid-take', NOW));
    assert.equal(await taking(), true);
    await repository().change(id, 'rid-leave', (session) => ({
      ...session,
      holders: [],
      seats: { open: 3, elderOpen: 0 },
      timeline: [...session.timeline, { rid: 'rid-leave', at: NOW, by: 'p1', command: 'leave' }],
    }));
    assert.equal(await taking(), false);
    assert.equal(read(id).holders.length, 0);
  });

  test('fifty edits and fifty takes at once: all takes that fit are kept and every edit is in the timeline', async () => {
    const _ = database.command;
    const id = put('mixed', 40);
    const takes = Array.from({ length: 50 }, (_unused, n) =>
      repository().guarded(id, `t${n}`, takeSeat(_, one(n), 'general', `t${n}`, NOW)),
    );
    const edits = Array.from({ length: 8 }, (_unused, n) =>
      repository().change(id, `e${n}`, (session) =>
        edit(session, { bring: [String(n)] }, session.version, null, host(`e${n}`)),
      ),
    );
    const [taken] = await Promise.all([Promise.all(takes), Promise.all(edits)]);
    const session = read(id);
    assert.equal(taken.filter(Boolean).length, 40);
    assert.equal(session.holders.length, 40);
    assert.equal(session.timeline.filter((entry) => entry.command === 'edit').length, 8);
    assert.equal(session.version - 1, session.timeline.length);
  });
});
