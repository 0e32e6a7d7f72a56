import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newRid, town } from '../support/town';

test('those who hold a seat at the round table propose what to talk about, three at most, one a person [S52]', async () => {
  const t = await town();
  try {
    const id = 's-table';
    for (const key of ['resident', 'member', 'elder', 'daughter'])
      await t.as(key).call('session.take', { id });
    assert.equal((await t.as('office').refused('session.propose', { id, text: '灯' })).code, 'NOT_ON_ROSTER');
    const rid = newRid();
    await t.as('resident').call('session.propose', { id, text: '楼道的灯' }, rid);
    const again = await t.as('resident').call('session.propose', { id, text: '楼道的灯' }, rid);
    assert.equal(again.topics.length, 1);
    const changed = await t.as('resident').call('session.propose', { id, text: '楼门口的灯' });
    assert.deepEqual(
      changed.topics.map(({ text, own }) => ({ text, own })),
      [{ text: '楼门口的灯', own: true }],
    );
    await t.as('member').call('session.propose', { id, text: '长椅' });
    await t.as('elder').call('session.propose', { id, text: '台阶' });
    const full = await t.as('daughter').refused('session.propose', { id, text: '门铃' });
    assert.equal(full.code, 'TOPICS_FULL');
    assert.ok(!(await t.as('daughter').call('session.get', { id })).next.includes('propose'));

    await t.as('elder').call('session.leave', { id });
    const free = await t.as('daughter').call('session.propose', { id, text: '门铃' });
    assert.equal(free.topics.length, 3, 'who leaves the table leaves the topic');
    const back = await t.as('daughter').call('session.take_back', { id });
    assert.equal(back.topics.length, 2);

    await t.as('daughter').call('session.take', { id: 's-night' });
    const lecture = await t.as('daughter').refused('session.propose', { id: 's-night', text: '门铃' });
    assert.equal(lecture.code, 'NOT_NOW');
    await t.clock.set(back.startsAt + 1);
    const late = await t.as('daughter').refused('session.propose', { id, text: '门铃' });
    assert.equal(late.code, 'SESSION_STARTED');
  } finally {
    await t.close();
  }
});
