import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { demonstration } from '../../database/seed';
import { newRid, type Town, town } from '../support/town';

/** The street's table of tonight, and the next one of the same programme at the same place in a fortnight. */
function twoTables(now: number) {
  const seed = demonstration(now);
  const sessions = (seed['sessions'] ?? []) as Session[];
  const table = sessions.find(({ _id }) => _id === 's-table');
  if (table === undefined) throw new Error('there is a table');
  const later = { startsAt: table.startsAt + 14 * DAY, endsAt: table.endsAt + 14 * DAY };
  return { ...seed, sessions: [...sessions, { ...table, ...later, _id: 's-next', echoes: [] }] };
}

async function atTheTable(run: (t: Town) => Promise<void>): Promise<void> {
  const t = await town({ seed: twoTables });
  try {
    for (const key of ['resident', 'member', 'elder'])
      await t.as(key).call('session.take', { id: 's-table' });
    await t.as('elder').call('session.propose', { id: 's-table', text: '楼道的旧家具' });
    const { startsAt } = await t.as('host').call('session.get', { id: 's-table' });
    await t.pass(startsAt - t.clock.now() + HOUR / 4);
    await run(t);
  } finally {
    await t.close();
  }
}

const table = (t: Town, who: string, id = 's-table') => t.as(who).call('roundtable.get', { id });
const told = async (t: Town, who: string) =>
  (await t.as(who).call('me.inbox', { after: null })).items.map(({ text }) => text);

/** Of the elder's topic, to be seen to by `key`. */
async function recorded(t: Town, key: string, kind: 'grid' | 'wish' = 'grid') {
  const { owners, topics } = await table(t, 'host');
  const name = { resident: '样例居民', member: '样例党员甲' }[key] ?? key;
  const owner = owners.find((one) => one.name === name)?.seat ?? key;
  const input = { sessionId: 's-table', text: '楼道的旧家具清走', owner, due: t.clock.now() + 7 * DAY, kind };
  const { decisions } = await t
    .as('host')
    .call('decision.record', { ...input, topic: topics.indexOf('楼道的旧家具') }, newRid());
  return decisions.at(-1)?.id ?? '';
}

test('what was agreed becomes a real matter once its owner has said yes, and the next table opens with what became of it [S52]', () =>
  atTheTable(async (t) => {
    const id = await recorded(t, 'member');
    assert.ok((await told(t, 'member')).some((text) => text.includes('请您牵头')));
    assert.equal((await table(t, 'resident')).decisions.length, 0, 'not said yes to yet');
    assert.deepEqual((await table(t, 'member')).decisions[0]?.next, ['answer']);
    assert.equal((await t.as('resident').refused('decision.answer', { id, yes: true })).code, 'NOT_FOUND');
    const rid = newRid();
    await t.as('member').call('decision.answer', { id, yes: true }, rid);
    await t.as('member').call('decision.answer', { id, yes: true }, rid);

    const requestId = (await table(t, 'member')).decisions[0]?.requestId ?? '';
    const matter = await t.as('member').call('request.get', { id: requestId });
    assert.deepEqual([matter.kind, matter.state, matter.title], ['grid', 'accepted', '楼道的旧家具清走']);
    assert.equal((await t.as('grid').call('request.helping', {})).open.length, 0);
    assert.ok((await t.as('member').call('grid.board', {})).mine.some((card) => card.id === requestId));
    const echo = async () => (await table(t, 'daughter', 's-next')).echoes[0];
    assert.deepEqual(
      [(await echo())?.done, (await echo())?.word, (await echo())?.requestId],
      [false, '有人接了', null],
    );

    await t.as('member').call('request.start', { id: requestId, note: '' });
    await t.as('member').call('request.complete', { id: requestId, note: '拉走了' });
    await t.as('dispatcher').call('request.pass', { id: requestId, note: '' });
    assert.equal((await echo())?.done, false, 'only a resident’s own word counts');
    await t.as('elder').call('request.confirm', { id: requestId, level: null, words: '' });
    assert.equal((await echo())?.done, true, 'who proposed it has said so');
  }));

test('nobody is given a task: a no goes back to the host, silence until its day too [S52]', () =>
  atTheTable(async (t) => {
    const no = await recorded(t, 'member');
    await t.as('member').call('decision.answer', { id: no, yes: false });
    assert.ok((await told(t, 'host')).some((text) => text.includes('接不了')));
    await recorded(t, 'resident');
    await t.pass(8 * DAY);
    assert.ok((await told(t, 'host')).some((text) => text.includes('没等到回话')));
    assert.deepEqual((await table(t, 'daughter', 's-next')).echoes, []);
    assert.equal((await t.as('member').refused('decision.answer', { id: no, yes: true })).code, 'NOT_NOW');
  }));

test('what is not done says why: the owner is asked on its day, and again the day before the next table [S52]', () =>
  atTheTable(async (t) => {
    const id = await recorded(t, 'member');
    await t.as('member').call('decision.answer', { id, yes: true });
    const asks = async () => (await told(t, 'member')).filter((text) => text.includes('办到哪了')).length;
    await t.pass(6 * DAY);
    assert.equal(await asks(), 0);
    await t.pass(2 * DAY);
    assert.equal(await asks(), 1);
    await t.as('member').call('decision.explain', { id, words: '等车来拉' });
    assert.equal((await table(t, 'daughter', 's-next')).echoes[0]?.why, '等车来拉');
    const { startsAt } = await t.as('host').call('session.get', { id: 's-next' });
    await t.pass(startsAt - DAY / 2 - t.clock.now());
    assert.equal(await asks(), 2);
    assert.equal(
      (await t.as('resident').refused('decision.explain', { id, words: '没空' })).code,
      'NOT_FOUND',
    );
  }));

test('a wish of the table is claimed at once by who said yes; what the host sees to needs no question [S52]', () =>
  atTheTable(async (t) => {
    const id = await recorded(t, 'member', 'wish');
    await t.as('member').call('decision.answer', { id, yes: true });
    const requestId = (await table(t, 'member')).decisions[0]?.requestId ?? '';
    assert.equal((await t.as('member').call('request.get', { id: requestId })).state, 'claimed');
    const { items } = await t.as('resident').call('wish.wall', { after: null });
    assert.equal(
      items.some((card) => card.id === requestId),
      false,
      'it never hung on the wall',
    );
    await recorded(t, 'host');
    assert.deepEqual(
      (await table(t, 'daughter')).decisions.map(({ state }) => state),
      ['agreed', 'agreed'],
    );
  }));

test('only the host of a table that has begun writes down, of whoever sits at it, for a day to come [S52]', () =>
  atTheTable(async (t) => {
    const input = {
      sessionId: 's-table',
      text: '长椅',
      owner: 'host',
      due: t.clock.now() + DAY,
      kind: 'grid',
      topic: null,
    } as const;
    const refused = async (who: string, change: object) =>
      (await t.as(who).refused('decision.record', { ...input, ...change })).code;
    assert.equal(await refused('member', {}), 'NOT_ALLOWED');
    assert.equal(await refused('host', { sessionId: 's-next' }), 'NOT_NOW');
    assert.equal(await refused('host', { owner: 'nobody' }), 'NOT_ON_ROSTER');
    assert.equal(await refused('host', { due: t.clock.now() - 1 }), 'INVALID_INPUT');
    assert.equal((await t.as('resident').refused('roundtable.get', { id: 's-night' })).code, 'NOT_FOUND');
  }));
