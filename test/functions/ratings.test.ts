import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { delivered, orders, processing, reported, underWay } from '../proof/rows/scenes';
import { type Town, town } from '../support/town';
import { wish } from './wish';

describe('after the resident’s word, and before a promise is broken', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());
  const view = (key: string, id: string) => t.as(key).call('request.get', { id });
  const inbox = async (key: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.map(({ text }) => text).join('|');

  test('silence is no rating: after seven days it is filed without a level', async () => {
    const id = await delivered(t);
    await t.as('elder').call('request.confirm', { id, level: null, words: '' });
    await t.pass(8 * DAY);
    const filed = await view('elder', id);
    assert.deepEqual([filed.state, filed.rating?.level, filed.rectify], ['closed', null, null]);
  });

  test('a bad rating is called back, put on a date, fixed, and the resident hears each; who did it reads neither level nor words', async () => {
    const id = await delivered(t);
    await t.as('elder').call('request.confirm', { id, level: 2, words: '剪歪了' });
    const helper = await view('member', id);
    assert.deepEqual(
      [helper.rating?.level, helper.rating?.words, helper.rectify?.next],
      [null, '', ['appeal']],
    );
    const [card] = (await t.as('dispatcher').call('rating.desk', { communityId: null })).calls;
    assert.deepEqual([card?.id, card?.level, card?.words], [id, 2, '剪歪了']);
    const until = t.clock.now() + 3 * DAY;
    const call = { id, cause: 'poor', way: 'by', until, note: '周五再剪一回' } as const;
    const never = { ...call, until: t.clock.now() + 3650 * DAY };
    assert.equal((await t.as('dispatcher').refused('rating.call_back', never)).field, 'until');
    await t.as('dispatcher').call('rating.call_back', call);
    assert.match(await inbox('elder'), /周五再剪一回/);
    const { calls } = await t.as('dispatcher').call('rating.fixed', { id, note: '剪齐了' });
    assert.deepEqual(calls, []);
    assert.match(await inbox('elder'), /改好了：剪齐了/);
    assert.equal((await view('elder', id)).rectify?.state, 'fixed');
  });

  test('an appeal is reviewed by the auditor; upheld, the resident’s word stays and is not counted', async () => {
    const id = await delivered(t);
    await t.as('elder').call('request.confirm', { id, level: 1, words: '不好' });
    await t.as('member').call('rating.appeal', { id, plea: '那天他不在家' });
    assert.equal((await t.as('member').refused('rating.appeal', { id, plea: '再说' })).code, 'NOT_NOW');
    const { appeals } = await t.as('auditor').call('rating.desk', { communityId: null });
    assert.ok(appeals.some((card) => card.id === id && card.plea === '那天他不在家'));
    await t.as('auditor').call('rating.review', { id, upheld: true, reason: '两边都问过' });
    assert.equal((await view('elder', id)).rating?.level, 1);
    assert.equal((await view('member', id)).rectify?.appeal, 'upheld');
  });

  test('hints for who helps come from five rated matters on, and hold no figure', async () => {
    const hints = async () => (await t.as('grid').call('rating.hints', {})).hints;
    for (let count = 0; count < 5; count += 1) {
      const id = await processing(t);
      await t.as('grid').call('request.complete', { id, note: '' });
      await t.as('grid').call('request.hand_back', { id, note: '' });
      await t.as('elder').call('request.confirm', { id, level: count === 0 ? 1 : 4, words: '' });
      if (count === 0)
        await t
          .as('dispatcher')
          .call('rating.call_back', { id, cause: 'slow', way: 'explain', until: null, note: '说清了' });
      if (count < 4) assert.deepEqual(await hints(), [], `${count + 1} are too few`);
    }
    const said = await hints();
    assert.equal(said.length, 1);
    assert.doesNotMatch(said.join(), /\d/);
  });

  test('the longest tier waits for a second person: until then the shorter one holds, and who asked cannot agree', async () => {
    const id = await reported(t);
    const asked = await t.as('dispatcher').call('request.dispatch', { id, ...orders, tier: 'max' });
    assert.deepEqual([asked.work?.tier, asked.work?.asksMax], ['hard', true]);
    assert.equal((await t.as('dispatcher').refused('request.approve', { id })).code, 'NOT_ALLOWED');
    const seen = await view('committee', id);
    assert.deepEqual([seen.next, seen.text, seen.work], [['approve'], '', null]);
    await t.as('committee').call('request.approve', { id });
    const now = (await view('dispatcher', id)).work;
    assert.deepEqual([now?.tier, now?.asksMax], ['max', false]);
    assert.ok((now?.dueAt ?? 0) > (asked.work?.dueAt ?? 0));
  });

  test('whoever nods too late reads that it was agreed to; what was taken back is no matter of theirs', async () => {
    const id = await reported(t);
    await t.as('dispatcher').call('request.dispatch', { id, ...orders, tier: 'max' });
    await t.as('committee-b').call('request.approve', { id });
    for (const refused of [
      await t.as('committee').refused('request.get', { id }),
      await t.as('committee').refused('request.approve', { id }),
      await t.as('dispatcher').refused('request.approve', { id }),
    ])
      assert.equal(refused.code, 'AGREED_ALREADY');
    assert.equal((await t.as('stranger').refused('request.get', { id })).code, 'NOT_FOUND');
    assert.equal((await t.as('member').refused('request.approve', { id })).code, 'NOT_FOUND');

    const other = await reported(t);
    await t.as('dispatcher').call('request.dispatch', { id: other, ...orders, tier: 'max' });
    await t.as('grid').call('request.bounce', { id: other, reason: 'not_my_grid', note: '不是这片的' });
    await t.as('dispatcher').call('request.dispatch', { id: other, ...orders, tier: 'hard' });
    assert.equal((await t.as('committee').refused('request.approve', { id: other })).code, 'NOT_FOUND');
    assert.equal((await t.as('committee').refused('request.get', { id: other })).code, 'NOT_FOUND');
  });

  test('on hold the clock stands still, and whoever asked hears at least every seven days', async () => {
    const id = await processing(t);
    const before = (await view('dispatcher', id)).work?.dueAt ?? 0;
    const far = t.clock.now() + 20 * DAY;
    assert.equal(
      (await t.as('grid').refused('request.hold', { id, reason: '等', until: far })).field,
      'until',
    );
    const until = t.clock.now() + 6 * DAY;
    await t.as('grid').call('request.hold', { id, reason: '等窗口', until });
    await t.pass(6 * DAY + 1000);
    assert.match((await view('elder', id)).history.at(-1)?.text ?? '', /还在等，没忘/);
    await t.pass(7 * DAY + 1000);
    const waits = (await view('elder', id)).history.filter(({ text }) => text.includes('还在等'));
    assert.equal(waits.length, 2);
    await t.as('grid').call('request.resume', { id, note: '' });
    const dueAt = (await view('dispatcher', id)).work?.dueAt ?? 0;
    assert.ok(dueAt >= before + 13 * DAY, 'what was left of the promise is left of it');
  });

  test('before a promise is broken the resident is told why, once; the desk and who helps hear of the matter', async () => {
    const id = await underWay(t);
    const promised = (await view('member', id)).work?.dueAt ?? 0;
    await t.pass(promised - t.clock.now() - 60_000);
    const told = (await view('elder', id)).history.filter(({ text }) => text.includes('赔个不是'));
    assert.equal(told.length, 1);
    assert.match(await inbox('dispatcher'), /眼看到日子了/);
    await t.pass(DAY);
    const again = (await view('elder', id)).history.filter(({ text }) => text.includes('赔个不是'));
    assert.equal(again.length, 1, 'once a promise');
  });

  test('a question is asked once, a day is put off once, and an errand is entrusted with one’s own finger', async () => {
    const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'errand', text: '想取药' });
    await t.as('dispatcher').call('request.ask', { id, text: '哪家药房？' });
    await t.as('elder').call('request.answer', { id, text: '东头那家' });
    assert.equal(
      (await t.as('dispatcher').refused('request.ask', { id, text: '几盒？' })).code,
      'ASKED_ALREADY',
    );
    await t.as('dispatcher').call('request.dispatch', { id, ...orders, category: 'errand' });
    assert.ok((await view('elder', id)).next.includes('entrust'));
    await t.as('elder').call('request.entrust', { id, how: 'button' });

    const other = await underWay(t);
    const until = t.clock.now() + 6 * DAY;
    await t.as('member').call('request.extend', { id: other, until, reason: '剪子坏了' });
    const twice = await t
      .as('member')
      .refused('request.extend', { id: other, until: until + DAY, reason: '又坏了' });
    assert.equal(twice.code, 'EXTENDED_ALREADY');
  });
});
