import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Caller, createCaller } from '../../miniprogram/api/attempt';
import { saysOf } from '../../miniprogram/api/failures';
import { Queue } from '../../miniprogram/api/queue';
import { memoryShelf } from '../domain/lib/shelf';
import { count } from '../support/counts';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

/** A street's phones and its cloud have limits; who meets one is told when to go on, and loses nothing. */

const READS = 240;
const WRITES = 60;
const CODES = ['EXCEED_REQUEST_LIMIT', 'EXCEED_CONCURRENT_REQUEST_LIMIT'] as const;

describe('calls of one person', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 1 });
  });
  after(() => t.close());

  const read = (who: string) => t.as(who).ask('me.get', {});
  const write = (who: string) => t.as(who).ask('course.order', { ids: ['c-food'], ordered: true });

  test('who calls too often in a minute is told when it goes on; nobody else is held up', async () => {
    const first = t.clock.now();
    for (let n = 0; n < WRITES; n += 1) assert.ok((await write('elder')).ok);
    const reply = await write('elder');
    assert.ok(!reply.ok);
    assert.equal(reply.refusal.code, 'TOO_MANY');
    const wait = (reply.refusal.at ?? 0) - first;
    assert.ok(wait >= 60_000 && wait < 90_000, `after ${wait} ms`);
    assert.ok((await write('resident')).ok, 'another person');
    assert.ok((await read('elder')).ok, 'reads are counted apart');
    count('limits');
  });

  test('after the minute it goes on', async () => {
    await t.clock.advance(61_000);
    assert.ok((await write('elder')).ok);
    count('limits');
  });

  test('reads have room for a person who looks around, and an end for a phone that is stuck', async () => {
    for (let n = 0; n < READS; n += 1) assert.ok((await read('daughter')).ok);
    const reply = await read('daughter');
    assert.equal(!reply.ok && reply.refusal.code, 'TOO_MANY');
    count('limits');
  });
});

describe('the limits of the platform', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  /** A phone with the mini program's own call over the route that `wx.cloud` takes. */
  function phone(openid: string): { caller: Caller; pauses: number[] } {
    const pauses: number[] = [];
    const session = t.session(openid);
    const caller = createCaller({
      async send(request) {
        const answer = await fetch(`${t.url}/client/call`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-local-session': session },
          body: JSON.stringify({ name: 'api', data: request }),
        });
        // What the gateway answers; a failure has WeChat's number.
        const reply = (await answer.json()) as { result?: unknown; errCode?: number };
        if (reply.errCode !== undefined) throw Object.assign(new Error('callFunction:fail'), reply);
        return reply.result;
      },
      online: async () => true,
      pause: async (ms) => void pauses.push(ms),
      now: () => t.clock.now(),
      random: () => 0.5,
    });
    return { caller, pauses };
  }
  const refuse = (on: 'function' | 'database', code: string, times: number) =>
    t.faults.add({ on, times, effect: { type: 'fail', code } });

  for (const code of CODES) {
    test(`${code} at the door: a read is asked once more, and shows its page`, async () => {
      const { caller, pauses } = phone('sample-elder');
      refuse('function', code, 1);
      assert.ok(await caller.call('me.get', {}));
      assert.equal(pauses.length, 1);
      refuse('function', code, 2);
      await assert.rejects(caller.call('me.get', {}), { reason: 'crowd' });
      count('limits');
    });

    test(`${code} at the door: a wish waits in the outbox and is there once when the crowd has gone`, async () => {
      const { caller } = phone('sample-elder');
      const later: (() => void)[] = [];
      const outbox = new Queue({
        shelf: memoryShelf(),
        call: (_, input, rid) => caller.call('request.submit', { ...wish, ...input }, { rid }),
        upload: async () => '',
        hasFile: async () => true,
        removeFile: async () => undefined,
        now: () => t.clock.now(),
        later: (_, run) => later.push(run),
      });
      const before = t.store.count('requests', { people: 'sample_elder' }).total;
      refuse('function', code, 3);
      const posted = await outbox.post('request.submit', wish, { rid: newRid(), title: '理发' });
      assert.deepEqual(posted, { waits: true });
      assert.equal(outbox.state().items.length, 1);
      for (const run of later.splice(0)) run();
      await outbox.flush();
      assert.equal(outbox.state().items.length, 0);
      assert.equal(t.store.count('requests', { people: 'sample_elder' }).total, before + 1);
      count('limits');
    });
  }

  for (const code of [...CODES, 'EXCEED_RATELIMIT']) {
    test(`${code} at the database, at whichever call: BUSY or done, never a fault of ours, and done once`, async () => {
      for (let skip = 0; ; skip += 1) {
        const rid = newRid();
        const before = t.store.count('requests', { people: 'sample_elder' }).total;
        const withdraw = t.faults.add({ on: 'database', skip, effect: { type: 'fail', code } });
        const reply = await t.as('elder').ask('request.submit', wish, rid);
        const struck = t.faults.list().length === 0;
        withdraw();
        if (!reply.ok) {
          assert.equal(reply.refusal.code, 'BUSY');
          assert.match(saysOf(new Error()), /电话/);
        }
        assert.ok((await t.as('elder').ask('request.submit', wish, rid)).ok);
        assert.equal(t.store.count('requests', { people: 'sample_elder' }).total, before + 1);
        count('limits');
        if (!struck) return;
        await t.clock.advance(61_000);
      }
    });
  }

  test('what is too large is a bug and not a crowd: it is not tried again', async () => {
    refuse('database', 'EXCEED_REQUEST_SIZE_LIMIT', 1);
    const { refusal } = (await t.as('resident').ask('me.get', {})) as { refusal?: { code: string } };
    assert.equal(refusal?.code, 'INTERNAL');
    count('limits');
  });
});
