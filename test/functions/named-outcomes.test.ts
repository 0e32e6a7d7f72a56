import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import { openidOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

/** What goes wrong among people has a name, loses nothing and exposes nobody. */
describe('named outcomes', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const publication = { title: '理发', publicText: '一位老人想剪头发', category: 'elder_care' } as const;
  async function hung(): Promise<string> {
    const { id } = await t.as('elder').call('request.submit', wish);
    await t.as('dispatcher').call('request.publish', { id, ...publication });
    return id;
  }

  test('a claim after the withdrawal says that it is gone, and leaves it withdrawn', async () => {
    const id = await hung();
    await t.as('elder').call('request.withdraw', { id });
    const promisedFor = t.clock.now() + DAY;
    assert.equal((await t.as('member').refused('request.claim', { id, promisedFor })).code, 'NOT_FOUND');
    const { state, lines } = await t.as('elder').call('request.get', { id });
    assert.deepEqual([state, lines.who], ['withdrawn', null]);
  });

  test('a form at the desk that was open while the elder added something is not sent over it: STALE, and then it is', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    await t.as('dispatcher').call('request.ask', { id, text: '哪天方便？' });
    const opened = await t.as('dispatcher').call('request.get', { id });
    await t.as('elder').call('request.answer', { id, text: '改主意了，只想有人陪着说说话' });
    const seen = opened.history.length;
    assert.equal(
      (await t.as('dispatcher').refused('request.publish', { id, ...publication, seen })).code,
      'STALE',
    );
    const anew = await t.as('dispatcher').call('request.get', { id });
    assert.ok(anew.text.includes('改主意了'));
    const sent = await t
      .as('dispatcher')
      .call('request.publish', { id, ...publication, seen: anew.history.length });
    assert.equal(sent.state, 'open');
  });

  test('whatever else the desk decides by what it has read is not decided over a word that came meanwhile', async () => {
    const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'grid', text: '楼道灯坏了' });
    const seen = (await t.as('dispatcher').call('request.get', { id })).history.length;
    await t.as('dispatcher').call('request.ask', { id, text: '哪一层？', seen });
    await t.as('elder').call('request.answer', { id, text: '二楼，还冒火星子' });
    const { id: other } = await t.as('resident').call('request.submit', { ...wish, kind: 'grid' });
    const desk = t.as('dispatcher');
    const refused = [
      await desk.refused('request.refer', { id, reason: '归物业', whereTo: '物业', phone: '', seen }),
      await desk.refused('request.convert', { id, kind: 'errand', seen }),
      await desk.refused('request.merge', { id, into: other, seen }),
    ];
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['STALE', 'STALE', 'STALE'],
    );
    const anew = await desk.call('request.get', { id });
    assert.deepEqual([anew.state, anew.text.includes('冒火星子')], ['reported', true]);
    const read = { id, kind: 'errand', seen: anew.history.length } as const;
    assert.equal((await desk.call('request.convert', read)).kind, 'errand');
    const again = await t.as('elder').call('request.submit', wish);
    const declined = { id: again.id, reason: '这儿没有理发的', whereTo: '楼下理发店' };
    assert.equal((await desk.refused('request.decline', { ...declined, seen: 99 })).code, 'STALE');
  });

  test('two at the desk with the same form: the first hangs it up, the second is told, and nothing of the first is lost', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    const { history } = await t.as('dispatcher').call('request.get', { id });
    const seen = history.length;
    const rid = newRid();
    await t.as('dispatcher').call('request.publish', { id, ...publication, seen }, rid);
    const other = { id, ...publication, publicText: '别的写法', seen };
    assert.equal((await t.as('dispatcher').refused('request.publish', other)).code, 'STALE');
    const again = await t.as('dispatcher').call('request.publish', { id, ...publication, seen }, rid);
    assert.equal(again.publicText, publication.publicText, 'a replay is no second form');
  });

  test('what a phone sends in the wrong order is refused by name and can be sent again in the right one', async () => {
    const { id } = await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text: '灯坏了' });
    const orders = { title: '灯坏了', category: 'hazard', tier: 'normal', helperId: 'sample_grid' } as const;
    await t.as('dispatcher').call('request.dispatch', { id, ...orders });
    const done = newRid();
    assert.equal(
      (await t.as('grid').refused('request.complete', { id, note: '好了' }, done)).code,
      'NOT_NOW',
    );
    await t.as('grid').call('request.accept', { id });
    await t.as('grid').call('request.start', { id, note: '' });
    assert.equal((await t.as('grid').call('request.complete', { id, note: '好了' }, done)).state, 'handled');
    const twice = await t.as('grid').call('request.complete', { id, note: '好了' }, done);
    assert.equal(twice.history.filter(({ text }) => text.includes('好了')).length, 1);
  });

  test('a recording whose check never answers: the desk hears it and hangs up its own words, nobody else ever hears it', async () => {
    const rid = newRid();
    const reply = await fetch(`${t.url}/client/upload?path=recordings/${rid}.mp3`, {
      method: 'POST',
      headers: { 'x-local-session': t.session(openidOf('elder')) },
      body: Buffer.from('a spoken sentence'),
    });
    // The stand-in answers as WeChat's upload does.
    const { fileID: fileId } = (await reply.json()) as { fileID: string };
    const said = { ...wish, text: '', audio: { fileId, seconds: 4 } };
    // WeChat takes no order for a check: no verdict will ever come through `push`.
    t.faults.add({
      on: 'open-api',
      action: 'security.mediaCheckAsync',
      times: 99,
      effect: { type: 'fail', code: '-1' },
    });
    const { id } = await t.as('elder').call('request.submit', said, rid);
    for (let look = 0; look < 4; look += 1) await t.pass(31 * MINUTE);
    t.faults.clear();
    await t.pass(10 * DAY);
    assert.ok((await t.as('dispatcher').call('request.get', { id })).audio?.url);
    await t.as('dispatcher').call('request.publish', { id, ...publication });
    await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + DAY });
    const heard = (await t.as('member').call('request.get', { id })).audio;
    assert.deepEqual([heard?.url, heard?.waiting], [null, false]);
    assert.ok((await t.as('elder').call('request.get', { id })).audio?.url, 'it is her own voice');
  });
});
