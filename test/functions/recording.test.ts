import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
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
    const own = await t.as('elder').call('data.export', {});
    for (const handed of [own.json, JSON.stringify(own.page)])
      assert.match(
        handed,
        /有一段录音，7 秒，.+录的，点开这件事就能听/,
        'what is handed out says that it exists',
      );
    assert.doesNotMatch(own.json, /fileId|cloud:/);
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

  /** What WeChat does with an order for a check, in the place of the stand-in's own way; @returns the traces it gave. */
  function ordered(answer: (trace: string) => Promise<void> = async () => undefined): {
    traces: string[];
    over: () => void;
  } {
    const traces: string[] = [];
    const over = t.openApi.respond('security.mediaCheckAsync', async () => {
      const trace = `trace-${newRid()}`;
      traces.push(trace);
      await answer(trace);
      return { trace_id: trace };
    });
    return { traces, over };
  }
  const verdict = (trace: string | undefined, suggest: 'pass' | 'risky') =>
    t.invoke('push', { MsgType: 'event', Event: 'wxa_media_check', trace_id: trace, result: { suggest } });
  /** An errand with a recording, in the hands of the grid worker. */
  async function spoken(): Promise<string> {
    const rid = newRid();
    const fileId = await upload(t, 'elder', 'recordings', rid, 'a spoken sentence');
    const said = { ...wish, kind: 'errand', text: '', audio: { fileId, seconds: 3 } } as const;
    const { id } = await t.as('elder').call('request.submit', said, rid);
    const orders = { title: '取药', category: 'errand', tier: 'normal', helperId: 'sample_grid' } as const;
    await t.as('dispatcher').call('request.dispatch', { id, ...orders });
    return id;
  }
  const heardBy = async (key: string, id: string) =>
    (await t.as(key).call('request.get', { id })).audio?.url ?? null;

  test('a verdict that is quicker than the function that asked is not lost', async () => {
    let early: Promise<unknown> = Promise.resolve();
    const { over } = ordered(async (trace) => {
      // `push` has looked for the trace in vain before it stands anywhere.
      early = verdict(trace, 'pass');
      await new Promise((done) => setTimeout(done, 150));
    });
    const id = await spoken();
    over();
    await early;
    assert.notEqual(await heardBy('grid', id), null);
  });

  test('a verdict that never came is asked for again, twice at most, and the answer to the later question counts', async () => {
    const { traces, over } = ordered();
    const id = await spoken();
    await t.pass(29 * MINUTE);
    assert.equal(traces.length, 1, 'WeChat has half an hour');
    await t.pass(2 * MINUTE);
    assert.equal(traces.length, 2);
    await verdict(traces[1], 'pass');
    assert.notEqual(await heardBy('grid', id), null);
    await t.pass(DAY);
    assert.equal(traces.length, 2, 'an answer is an answer');

    const silent = await spoken();
    for (let look = 0; look < 8; look += 1) await t.pass(31 * MINUTE);
    assert.equal(traces.length, 5, 'three times in all for the second one');
    const seen = (await t.as('grid').call('request.get', { id: silent })).audio;
    assert.deepEqual([seen?.url, seen?.waiting], [null, false], 'it is not said to be under way any more');
    assert.notEqual(await heardBy('dispatcher', silent), null, 'nothing is lost');
    assert.notEqual(await heardBy('elder', silent), null, 'her own voice');
    await verdict(traces.at(-1), 'pass');
    assert.notEqual(await heardBy('grid', silent), null, 'late is better than never');
    over();
  });

  const inbox = async (key: string, id: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items
      .filter(({ link }) => link.includes(id))
      .map(({ text }) => text);
  /** Nobody ever answers: the desk and whoever spoke have been told. */
  async function unanswered(): Promise<{ id: string; trace: string | undefined }> {
    const { traces, over } = ordered();
    const id = await spoken();
    for (let look = 0; look < 3; look += 1) await t.pass(31 * MINUTE);
    over();
    return { id, trace: traces.at(-1) };
  }
  const toLookAt = async () =>
    (await t.as('dispatcher').call('desk.triage', { communityId: null })).unchecked.map(({ id }) => id);

  test('where no answer ever comes whoever spoke and the desk are told once, it stands on the desk, and the errand goes on [S68]', async () => {
    const { id } = await unanswered();
    for (let look = 0; look < 3; look += 1) await t.pass(31 * MINUTE);
    const mine = (await inbox('elder', id)).filter((text) => text.includes('微信一直没回话'));
    assert.equal(mine.length, 1);
    assert.match(mine[0] ?? '', /只有您和社区听得到.*事照样办/);
    assert.equal((await inbox('dispatcher', id)).filter((text) => text.includes('您听听')).length, 1);
    assert.ok((await toLookAt()).includes(id));
    assert.equal((await t.as('elder').call('request.get', { id })).audio?.withheld, 'unanswered');
    assert.equal(
      (await t.as('grid').call('request.get', { id })).audio?.withheld,
      null,
      'not their question',
    );
    assert.equal((await t.as('grid').call('request.start', { id, note: '' })).state, 'processing');
    assert.ok((await toLookAt()).includes(id), 'still to be looked at');
  });

  test('the desk listens and lets who comes hear it, or keeps it; whoever spoke is told, and the second one is refused', async () => {
    const { id: fit } = await unanswered();
    const yes = { id: fit, file: 'audio', fit: true } as const;
    const seen = await t.as('dispatcher').call('request.vouch', yes);
    assert.ok(seen.history.some(({ text }) => text === '录音社区听过了，来办的人也能听'));
    assert.notEqual(await heardBy('grid', fit), null);
    assert.ok(
      (await inbox('elder', fit)).some((text) => text.startsWith('社区听过了，这段录音来办的人也能听')),
    );
    assert.equal((await t.as('dispatcher').refused('request.vouch', { ...yes, fit: false })).code, 'NOT_NOW');
    assert.ok(!(await toLookAt()).includes(fit));

    const { id: keeps, trace } = await unanswered();
    await t.as('dispatcher').call('request.vouch', { id: keeps, file: 'audio', fit: false });
    await verdict(trace, 'pass');
    assert.equal(await heardBy('grid', keeps), null, 'a person who listened counts more than a late machine');
    assert.notEqual(await heardBy('elder', keeps), null, 'her own voice');
    assert.ok((await inbox('elder', keeps)).some((text) => text.includes('就留在社区')));
  });

  test('what the desk let others hear and WeChat calls bad afterwards is heard by nobody else any more', async () => {
    const { id, trace } = await unanswered();
    await t.as('dispatcher').call('request.vouch', { id, file: 'audio', fit: true });
    assert.notEqual(await heardBy('grid', id), null);
    await verdict(trace, 'risky');
    assert.equal(await heardBy('grid', id), null);
    assert.ok((await inbox('elder', id)).some((text) => text.includes('没放行这段录音')));
  });

  test('whose matter was taken back is not asked about any more', async () => {
    const { id } = await unanswered();
    await t.as('elder').call('request.withdraw', { id });
    assert.ok(!(await toLookAt()).includes(id));
    const late = await t.as('dispatcher').refused('request.vouch', { id, file: 'audio', fit: true });
    assert.equal(late.code, 'NOT_NOW');
  });

  test('what was found fit and is found bad later is not heard by others any more', async () => {
    const { traces, over } = ordered();
    const id = await spoken();
    over();
    await verdict(traces[0], 'pass');
    assert.notEqual(await heardBy('grid', id), null);
    await verdict(traces[0], 'risky');
    assert.equal(await heardBy('grid', id), null);
    await verdict(traces[0], 'pass');
    assert.equal(await heardBy('grid', id), null, 'a bad word is not taken back by an older one');
    assert.notEqual(await heardBy('elder', id), null, 'her own voice');
    const { items } = await t.as('elder').call('me.inbox', { after: null });
    const told = items.filter(({ text, link }) => text.includes('没放行这段录音') && link.includes(id));
    assert.equal(told.length, 1, 'she hears of it once');
    assert.notEqual(await heardBy('dispatcher', id), null);
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
