import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCaller, type Wires } from '../../../miniprogram/api/attempt';
import { isCrowded, Refused, saysOf, Unreachable } from '../../../miniprogram/api/failures';
import { ridFrom } from '../../../miniprogram/api/rid';
import { type CallRequest, CONTRACT_VERSION } from '../../../miniprogram/contract/envelope';
import { REFUSALS, type RefusalCode } from '../../../miniprogram/contract/errors';
import { LIMITS } from '../../../miniprogram/contract/limits';

const ok = (output: unknown, now = 0) => ({ ok: true, output, now });
const refusal = (code: RefusalCode) => ({ ok: false, refusal: { code, says: REFUSALS[code] }, now: 0 });

function wires(answers: (unknown | Error)[], online = true) {
  const sent: CallRequest[] = [];
  const pauses: number[] = [];
  const laid: Wires = {
    async send(request) {
      sent.push(request);
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    online: async () => online,
    pause: async (ms) => {
      pauses.push(ms);
    },
    now: () => 1_000,
    random: () => 0.5,
  };
  return { caller: createCaller(laid), sent, pauses };
}

const rid = 'rid-of-one-press';

test('a call carries the action, the input, the rid and the version of the contract', async () => {
  const { caller, sent } = wires([ok({ unread: 0 })]);
  await caller.call('me.read_inbox', { id: 'm-1' }, { rid });
  assert.deepEqual(sent, [
    { action: 'me.read_inbox', input: { id: 'm-1' }, rid, contract: CONTRACT_VERSION },
  ]);
});

test('a write whose answer was lost is sent again under the same rid, with growing pauses', async () => {
  const { caller, sent, pauses } = wires([new Error('timeout'), new Error('timeout'), ok({ unread: 0 })]);
  await caller.call('me.read_inbox', { id: 'm-1' }, { rid });
  assert.deepEqual(
    sent.map((request) => request.rid),
    [rid, rid, rid],
  );
  assert.equal(pauses.length, 2);
  assert.ok((pauses[1] ?? 0) > (pauses[0] ?? 0));
});

test('trying again has an end', async () => {
  const { caller, sent } = wires([new Error('timeout')]);
  await assert.rejects(caller.call('me.read_inbox', { id: 'm-1' }, { rid }), (error: unknown) => {
    assert.ok(error instanceof Unreachable);
    assert.equal(error.reason, 'cloud');
    return true;
  });
  assert.equal(sent.length, 3);
});

test('a crowd (BUSY) is waited out, and what remains of it is said', async () => {
  const passing = wires([refusal('BUSY'), ok({ unread: 0 })]);
  await passing.caller.call('me.read_inbox', { id: 'm-1' }, { rid });
  assert.equal(passing.sent.length, 2);

  const lasting = wires([refusal('BUSY')]);
  await assert.rejects(lasting.caller.call('me.read_inbox', { id: 'm-1' }, { rid }), { code: 'BUSY' });
  assert.equal(lasting.sent.length, 3);
});

test('a read is asked once: waiting for a page has an end of its own', async () => {
  const { caller, sent } = wires([new Error('timeout')]);
  await assert.rejects(caller.call('me.get', {}), Unreachable);
  assert.equal(sent.length, 1);
});

const limit = (errCode: number) => Object.assign(new Error('limit'), { errCode, errMsg: 'exceed' });

test('a read that was sent away for load is asked once more, at a moment of its own', async () => {
  for (const full of [limit(-501003), limit(-501004), refusal('BUSY')]) {
    const passing = wires([full, ok({ unread: 0 })]);
    await passing.caller.call('me.get', {});
    assert.equal(passing.sent.length, 2);
    assert.deepEqual(passing.pauses, [400]);
  }
  const lasting = wires([limit(-501003)]);
  await assert.rejects(lasting.caller.call('me.get', {}), { reason: 'crowd' });
  assert.equal(lasting.sent.length, 2, 'once more, not again and again');
});

test('a write that was sent away for load goes on under its rid, and ends as nobody’s fault', async () => {
  const { caller, sent } = wires([limit(-501004)]);
  await assert.rejects(caller.call('me.read_inbox', { id: 'm-1' }, { rid }), (error: unknown) => {
    assert.ok(error instanceof Unreachable);
    assert.match(saysOf(error), /人多.*电话/);
    return true;
  });
  assert.deepEqual(
    sent.map((request) => request.rid),
    [rid, rid, rid],
  );
});

test('only numbers of load are load: what timed out or fell over is not', () => {
  assert.ok(isCrowded({ errMsg: 'cloud.callFunction:fail Error: errCode: -501003 | errMsg: exceed' }));
  assert.ok(isCrowded({ code: 'x', errMsg: 'EXCEED_CONCURRENT_REQUEST_LIMIT' }));
  for (const other of [limit(-501001), limit(-504002), { errMsg: '-5010031' }, 'EXCEED_REQUEST_LIMIT', null])
    assert.equal(isCrowded(other), false);
});

test('without a network nothing is tried again', async () => {
  const { caller, sent } = wires([new Error('request:fail')], false);
  await assert.rejects(caller.call('me.read_inbox', { id: 'm-1' }, { rid }), { reason: 'offline' });
  assert.equal(sent.length, 1);
});

test('a refusal is not a failure: it comes once, with its sentence, field, time and number', async () => {
  const { caller, sent } = wires([
    {
      ok: false,
      refusal: { code: 'INVALID_INPUT', says: '有一处没填对，改一下再交', field: 'phone', at: 7, count: 3 },
      now: 0,
    },
  ]);
  await assert.rejects(caller.call('me.update', { phone: 'x' }, { rid }), (error: unknown) => {
    assert.ok(error instanceof Refused);
    assert.deepEqual([error.code, error.field, error.at, error.count], ['INVALID_INPUT', 'phone', 7, 3]);
    assert.equal(saysOf(error), '有一处没填对，改一下再交');
    return true;
  });
  assert.equal(sent.length, 1);
});

test('something that is not a reply counts as no answer', async () => {
  for (const strange of [undefined, null, 'hello', {}, { ok: true }, { ok: false, now: 1 }]) {
    const { caller } = wires([strange]);
    await assert.rejects(caller.call('me.get', {}), Unreachable);
  }
});

test('the server clock is known after the first answer, however wrong the phone is', async () => {
  const { caller } = wires([ok({}, 5_000_000)]);
  assert.equal(caller.serverNow(), 1_000);
  await caller.call('me.get', {}).catch(() => undefined);
  assert.equal(caller.serverNow(), 5_000_000);
});

test('the server clock is told in whole milliseconds, whatever lies between sending and receiving', async () => {
  let time = 1_000;
  const caller = createCaller({
    now: () => time,
    send: async () => {
      time += 7;
      return ok({}, 5_000_000);
    },
    online: async () => true,
    pause: async () => undefined,
    random: () => 0,
  });
  await caller.call('me.get', {}).catch(() => undefined);
  assert.ok(Number.isSafeInteger(caller.serverNow()), String(caller.serverNow()));
});

test('what is said of a failure never blames the person and always knows a way on', () => {
  assert.match(saysOf(new Unreachable('offline')), /没网.*电话/);
  assert.match(saysOf(new Unreachable('cloud')), /不怪您.*电话/);
  assert.match(saysOf(new Unreachable('crowd')), /等一下.*电话/);
  assert.match(saysOf(new Error('anything')), /不怪您.*电话/);
});

test('every press of a button gets a rid of its own, in the letters and the length that the server takes', () => {
  const rids = new Set(Array.from({ length: 1_000 }, () => ridFrom(1_800_000_000_000, Math.random)));
  assert.equal(rids.size, 1_000);
  for (const one of rids) {
    assert.match(one, /^[A-Za-z0-9_-]+$/);
    assert.ok(one.length >= LIMITS.rid.least && one.length <= LIMITS.rid.most);
  }
});
