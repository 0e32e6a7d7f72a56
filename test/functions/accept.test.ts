import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Town, town } from '../support/town';
import { wish } from './wish';

describe('accepting at the door, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const report = { ...wish, kind: 'grid', text: '楼道灯坏了，晚上看不见' } as const;
  const dispatch = {
    title: '楼道灯坏了',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  } as const;

  test('a grid worker accepts, calls a department, completes; the desk checks; the resident confirms [S77]', async () => {
    const [resident, desk, worker, liaison] = [
      t.as('resident'),
      t.as('dispatcher'),
      t.as('grid'),
      t.as('liaison'),
    ];
    const mine = await resident.call('request.submit', report);
    await desk.call('request.dispatch', { id: mine.id, ...dispatch });
    const board = await worker.call('grid.board', {});
    assert.equal(board.gridName, '建国社区北片（样例）');
    assert.ok(board.waiting.some((task) => task.id === mine.id));
    const closed = await worker.call('request.get', { id: mine.id });
    assert.equal(closed.work?.building, '', 'before accepting no building');
    assert.equal(closed.work?.homeAt, '', 'nor when somebody is at home');
    assert.equal(
      (await worker.refused('request.reveal', { id: mine.id, field: 'door' })).code,
      'NOT_ALLOWED',
    );

    const accepted = await worker.call('request.accept', { id: mine.id });
    assert.equal(accepted.work?.homeAt, '下午都在');
    await worker.call('request.start', { id: mine.id, note: '' });
    assert.equal((await worker.call('request.reveal', { id: mine.id, field: 'door' })).value, '三单元 402');
    const blown = await worker.call('request.whistle', {
      id: mine.id,
      departmentId: 'heating',
      note: '灯杆归供热管',
    });
    assert.equal(blown.work?.department?.joined, false);
    assert.ok((await liaison.call('grid.board', {})).waiting.some((task) => task.id === mine.id));
    await liaison.call('request.join', { id: mine.id, note: '明天来人' });
    await worker.call('request.complete', { id: mine.id, note: '换了新灯' });
    const { replies } = await desk.call('desk.triage', { communityId: null });
    assert.ok(replies.some((task) => task.id === mine.id));
    await desk.call('request.send_back', { id: mine.id, note: '还有一层没亮' });
    await worker.call('request.complete', { id: mine.id, note: '都亮了' });
    await desk.call('request.pass', { id: mine.id, note: '' });
    const done = await resident.call('request.confirm', { id: mine.id, level: 5, words: '' });
    assert.equal(done.stage, 'done');
    assert.equal(done.history.length, 11);
  });

  test('a bounced task says why, goes back to the desk and to somebody else, and the reply of who bounced shows nothing more', async () => {
    const mine = await t.as('resident').call('request.submit', report);
    await t.as('dispatcher').call('request.dispatch', { id: mine.id, ...dispatch });
    const bounced = await t
      .as('grid')
      .call('request.bounce', { id: mine.id, reason: 'not_my_grid', note: '是南片的' });
    assert.equal(bounced.text, '');
    assert.equal(bounced.work, null);
    const desk = await t.as('dispatcher').call('request.get', { id: mine.id });
    assert.deepEqual(desk.work?.bounced, { reason: 'not_my_grid', note: '是南片的' });
    assert.equal(desk.work?.late, false, 'a bounce is not lateness');
    await t
      .as('dispatcher')
      .call('request.dispatch', { id: mine.id, ...dispatch, helperId: 'sample_member' });
    assert.equal((await t.as('grid').refused('request.accept', { id: mine.id })).code, 'NOT_FOUND');
    await t.as('member').call('request.accept', { id: mine.id });
  });

  test('what a grid worker types in at the door is theirs to follow and nobody’s to judge but the resident’s, on the telephone', async () => {
    const worker = t.as('grid');
    const mine = await worker.call('request.submit', {
      ...report,
      kind: 'errand',
      text: '老人想取药',
      beneficiary: {
        who: 'other',
        relation: 'grid',
        name: '样例老人',
        phone: '13800002222',
        building: '样例楼 5 栋',
        door: '501',
      },
      occurredAt: t.clock.now() - 3_600_000,
    });
    assert.equal(mine.channel, 'grid');
    assert.ok(mine.history[0]?.occurredAt !== null);
    await t.as('dispatcher').call('request.dispatch', {
      id: mine.id,
      title: '取药',
      category: 'errand',
      tier: 'onspot',
      helperId: 'sample_grid',
    });
    for (const step of ['start', 'complete', 'hand_back'] as const)
      await worker.call(`request.${step}`, { id: mine.id, note: '' });
    assert.equal(
      (await worker.refused('request.confirm', { id: mine.id, level: 5, words: '' })).code,
      'NOT_ALLOWED',
    );
    const word = await t
      .as('dispatcher')
      .call('request.confirm', { id: mine.id, level: 5, words: '电话里说办好了' });
    assert.equal(word.rating?.level, null, 'staff write down a word, never a level');
    assert.equal(
      (
        await t.as('resident').refused('request.submit', {
          ...report,
          beneficiary: { who: 'other', relation: 'grid', name: '谁', phone: '', building: '', door: '' },
        })
      ).code,
      'NOT_ALLOWED',
    );
  });

  test('desks are for those who hold them', async () => {
    assert.equal((await t.as('resident').refused('desk.triage', { communityId: null })).code, 'NOT_ALLOWED');
    assert.equal(
      (await t.as('dispatcher').refused('desk.triage', { communityId: 'second' })).code,
      'NOT_ALLOWED',
    );
    assert.equal((await t.as('elder').refused('grid.board', {})).code, 'NOT_ALLOWED');
  });

  test('the desk changes the kind without asking the resident again', async () => {
    const mine = await t.as('resident').call('request.submit', { ...wish, text: '楼道灯也坏了' });
    const moved = await t.as('dispatcher').call('request.convert', { id: mine.id, kind: 'grid' });
    assert.equal(moved.kind, 'grid');
    assert.equal(moved.state, 'reported');
    await t.as('dispatcher').call('request.dispatch', { id: mine.id, ...dispatch });
    assert.equal((await t.as('resident').call('request.get', { id: mine.id })).text, '楼道灯也坏了');
  });
});
