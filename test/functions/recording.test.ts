import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newRid, type Town, town } from '../support/town';
import { upload } from '../support/upload';
import { wish } from './wish';

describe('a recording, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('what was spoken is kept and attached; the desk hears it at once, others after the check', async () => {
    const rid = newRid();
    const fileId = await upload(t, 'elder', 'recordings', rid, 'a spoken sentence');
    const mine = await t
      .as('elder')
      .call('request.submit', { ...wish, kind: 'errand', text: '', audio: { fileId, seconds: 7 } }, rid);
    assert.equal(mine.title, '一件代办', 'until the desk gives it a title');
    const desk = await t.as('dispatcher').call('request.get', { id: mine.id });
    assert.equal(desk.audio?.seconds, 7);
    const heard = await fetch(desk.audio?.url ?? '');
    assert.equal(await heard.text(), 'a spoken sentence');
    await t.as('dispatcher').call('request.dispatch', {
      id: mine.id,
      title: '取药',
      category: 'errand',
      tier: 'onspot',
      helperId: 'sample_grid',
    });
    const worker = await t.as('grid').call('request.get', { id: mine.id });
    assert.ok(worker.audio !== null);
  });

  test('a recording that the check calls bad is heard by the desk alone', async () => {
    t.openApi.checkMedia = 'risky';
    const rid = newRid();
    const fileId = await upload(t, 'elder', 'recordings', rid, 'a spoken sentence');
    const mine = await t
      .as('elder')
      .call(
        'request.submit',
        { ...wish, kind: 'errand', text: '听录音', audio: { fileId, seconds: 3 } },
        rid,
      );
    await t.as('dispatcher').call('request.dispatch', {
      id: mine.id,
      title: '取药',
      category: 'errand',
      tier: 'onspot',
      helperId: 'sample_grid',
    });
    await t.pass(60_000);
    assert.equal((await t.as('grid').call('request.get', { id: mine.id })).audio?.url, null);
    assert.notEqual((await t.as('dispatcher').call('request.get', { id: mine.id })).audio?.url, null);
    t.openApi.checkMedia = 'pass';
  });

  test('a verdict that nobody asked for changes nothing', async () => {
    const reply = await t.invoke(
      'push',
      {
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: 'made-up-by-somebody',
        result: { suggest: 'pass' },
      },
      { openid: 'sample-elder' },
    );
    assert.equal(reply, 'success');
    assert.equal(await t.invoke('push', { anything: 'else' }), 'success');
  });
});
