import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Town, town } from '../support/town';
import { wish } from './wish';

/** One broken lamp, told by two households (workflows 2.3: 合并). */
let t: Town;
before(async () => {
  t = await town();
});
after(() => t.close());

test('what two neighbours say of one lamp is merged by the desk; both hear how it goes, and neither what the other said [S77]', async () => {
  const lamp = { ...wish, kind: 'grid', category: 'hazard', phone: '' } as const;
  const first = await t.as('elder').call('request.submit', { ...lamp, text: '楼道灯坏了，老伴摔过一跤' });
  const second = await t.as('resident').call('request.submit', { ...lamp, text: '二楼灯不亮' });
  const desk = t.as('dispatcher');
  const { work } = await desk.call('request.get', { id: second.id });
  assert.deepEqual(
    work?.alike.map(({ id, why }) => [id, why]),
    [[first.id, '同一栋楼、同一类事']],
  );
  assert.equal(
    (await desk.refused('request.merge', { id: second.id, into: 'no-such-matter' })).field,
    'into',
    'into nothing it does not go',
  );
  await desk.call('request.merge', { id: second.id, into: first.id });
  assert.equal((await desk.refused('request.merge', { id: first.id, into: second.id })).field, 'into');
  await desk.call('request.dispatch', {
    id: first.id,
    title: '楼道灯坏了',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  await t.as('grid').call('request.accept', { id: first.id });
  await t.as('grid').call('request.start', { id: first.id, note: '先给大娘家门口照上' });
  const told = async (key: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.map(({ text }) => text);
  const heard = (await told('resident')).join('\n');
  assert.match(heard, /并到一起/);
  assert.match(heard, /并到一起的：正在办/);
  assert.doesNotMatch(heard, /老伴|大娘/);
  const mine = await t.as('resident').call('request.get', { id: second.id });
  assert.equal(mine.lines.where, '并到一起的那件：正在办');
  assert.doesNotMatch(JSON.stringify(mine), /老伴|大娘/);
  assert.ok((await told('elder')).length > 0, 'whose matter goes on hears of it as ever');
  await t.as('grid').call('request.complete', { id: first.id, note: '' });
  await desk.call('request.pass', { id: first.id, note: '' });
  await t.as('elder').call('request.confirm', { id: first.id, level: null, words: '' });
  assert.ok(
    (await told('resident')).some((text) => text.includes('再说一声')),
    'and that it may be said again',
  );
});
