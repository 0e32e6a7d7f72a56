import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused, Unreachable } from '../../../miniprogram/api/failures';
import { Queue, type QueuedItem, type QueueWires } from '../../../miniprogram/api/queue';
import { REFUSALS, type RefusalCode } from '../../../miniprogram/contract/errors';
import type { SubmitInput } from '../../../miniprogram/contract/submit';
import { type MemoryShelf, memoryShelf } from './shelf';

const said = (text: string): SubmitInput => ({
  kind: 'errand',
  text,
  audio: null,
  category: null,
  beneficiary: { who: 'self' },
  communityId: 'jianguo',
  phone: '',
  building: '',
  door: '',
  when: '',
  occurredAt: null,
});

type Answer = 'accept' | 'offline' | RefusalCode;

/** A phone with a server that answers as it is told, and remembers what was committed under each rid. */
class World {
  answers: Answer[] = [];
  standing: Answer = 'accept';
  readonly sent: { name: string; input: object; rid: string; occurredAt: number | null }[] = [];
  readonly uploads: string[] = [];
  noUploads = false;
  /** Files that never go up. */
  readonly unread = new Set<string>();
  readonly files = new Set<string>();
  now = 1_000_000;
  later: { ms: number; run: () => void }[] = [];
  /** Runs while a call is on its way. */
  meanwhile: (() => void) | null = null;

  constructor(readonly shelf: MemoryShelf = memoryShelf()) {}

  open(): Queue {
    const wires: QueueWires = {
      shelf: this.shelf,
      call: async (name, input, rid, occurredAt) => {
        this.sent.push({ name, input, rid, occurredAt });
        this.meanwhile?.();
        await Promise.resolve();
        const answer = this.answers.shift() ?? this.standing;
        if (answer === 'offline') throw new Unreachable('offline');
        if (answer !== 'accept') throw new Refused({ code: answer, says: REFUSALS[answer] });
        return { id: `of-${rid}` };
      },
      upload: async (path, rid) => {
        this.uploads.push(path);
        if (this.noUploads || this.unread.has(path)) throw new Unreachable('cloud');
        return `cloud://${rid}`;
      },
      hasFile: async (path) => this.files.has(path),
      removeFile: async (path) => {
        this.files.delete(path);
      },
      now: () => this.now,
      later: (ms, run) => this.later.push({ ms, run }),
    };
    return new Queue(wires);
  }

  onPhone(): QueuedItem[] {
    const kept = this.shelf.read('outbox');
    assert.ok(Array.isArray(kept));
    return kept;
  }

  texts(): unknown[] {
    return this.sent.map(({ input }) => ('text' in input ? input.text : undefined));
  }
}

const post = (queue: Queue, rid: string, text: string) =>
  queue.post('request.submit', said(text), { rid, title: text });

test('with a network what is said goes up at once and nothing stays behind', async () => {
  const world = new World();
  const posted = await post(world.open(), 'r1', '水管冻了');
  assert.equal(posted.waits, false);
  assert.deepEqual(world.onPhone(), []);
});

test('it is on the phone before it is on its way', async () => {
  const world = new World();
  let kept: number | null = null;
  world.meanwhile = () => {
    kept = world.onPhone().length;
  };
  await post(world.open(), 'r1', '水管冻了');
  assert.equal(kept, 1);
});

test('without a network it waits on the phone, and goes up once when the network is back', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  assert.deepEqual(await post(queue, 'r1', '水管冻了'), { waits: true });
  assert.deepEqual(await post(queue, 'r2', '灯不亮'), { waits: true });
  world.standing = 'accept';
  world.sent.length = 0;
  await queue.flush();
  assert.deepEqual(world.texts(), ['水管冻了', '灯不亮']);
  await queue.flush();
  assert.equal(world.sent.length, 2);
});

test('what waits survives the phone being switched off', async () => {
  const world = new World();
  world.standing = 'offline';
  await post(world.open(), 'r1', '水管冻了');
  world.standing = 'accept';
  const queue = world.open();
  assert.deepEqual(
    queue.state().items.map(({ title }) => title),
    ['水管冻了'],
  );
  await queue.flush();
  assert.equal(queue.state().items.length, 0);
});

test('an answer that was lost is asked for again under the same rid, so that the matter exists once', async () => {
  const world = new World();
  const queue = world.open();
  world.answers = ['offline'];
  await post(queue, 'r1', '水管冻了');
  await queue.flush();
  assert.deepEqual(
    world.sent.map(({ rid }) => rid),
    ['r1', 'r1'],
  );
});

test('what goes up late tells when it was said', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  await post(queue, 'r1', '水管冻了');
  world.now += 3_600_000;
  world.standing = 'accept';
  await queue.flush();
  const last = world.sent.at(-1);
  assert.equal(last?.occurredAt, 1_000_000);
  const [first] = world.sent;
  assert.equal(first?.occurredAt, null);
});

test('a refusal while the person is looking goes to the person, and the draft is the only copy', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'TEXT_REFUSED';
  await assert.rejects(post(queue, 'r1', '……'), { code: 'TEXT_REFUSED' });
  assert.deepEqual(queue.state().items, []);
});

test('a refusal that nobody saw stays in sight with its sentence and holds up nothing behind it', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  await post(queue, 'r1', '一句不行的');
  await post(queue, 'r2', '灯不亮');
  world.answers = ['TEXT_REFUSED'];
  world.standing = 'accept';
  await queue.flush();
  const [left, ...others] = queue.state().items;
  assert.deepEqual([left?.rid, left?.state, left?.says], ['r1', 'refused', REFUSALS.TEXT_REFUSED]);
  assert.deepEqual(others, []);
  assert.equal(world.sent.at(-1)?.rid, 'r2');
  await queue.flush();
  assert.equal(world.sent.at(-1)?.rid, 'r2', 'it is not sent again by itself');
});

test('the person may send a refused one again, or drop it with its recording', async () => {
  const world = new World();
  const queue = world.open();
  world.files.add('wxfile://a.mp3');
  world.standing = 'offline';
  await queue.post('request.submit', said('水管冻了'), {
    rid: 'r1',
    title: '水管冻了',
    recording: { path: 'wxfile://a.mp3', seconds: 7 },
  });
  world.standing = 'TEXT_REFUSED';
  await queue.flush();
  queue.retry('r1');
  await queue.flush();
  assert.equal(queue.state().items[0]?.state, 'refused');
  await queue.drop('r1');
  assert.deepEqual(queue.state().items, []);
  assert.deepEqual([...world.files], []);
});

test('a crowd or a bug on our side is no refusal: it waits and is tried again later', async () => {
  for (const code of ['BUSY', 'TOO_MANY', 'INTERNAL', 'CONTRACT_TOO_OLD'] as const) {
    const world = new World();
    const queue = world.open();
    world.answers = [code];
    assert.deepEqual(await post(queue, 'r1', '水管冻了'), { waits: true });
    const [again] = world.later;
    assert.ok(again);
    again.run();
    await queue.flush();
    assert.deepEqual(queue.state().items, [], code);
  }
});

test('a bug that answers five times does not block what stands behind it for ever', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  await post(queue, 'r1', '水管冻了');
  await post(queue, 'r2', '灯不亮');
  world.answers = ['INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL'];
  world.standing = 'accept';
  for (let round = 0; round < 5; round += 1) await queue.flush();
  assert.deepEqual(
    queue.state().items.map(({ rid, state }) => [rid, state]),
    [['r1', 'refused']],
  );
});

test('pauses between tries grow and stay bounded', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  await post(queue, 'r1', '水管冻了');
  for (let round = 0; round < 6; round += 1) await queue.flush();
  const pauses = world.later.map(({ ms }) => ms);
  assert.deepEqual(
    pauses,
    [...pauses].sort((a, b) => a - b),
  );
  assert.ok((pauses.at(-1) ?? 0) <= 300_000);
});

test('a second press with the same rid is the same matter, with what was changed', async () => {
  const world = new World();
  const queue = world.open();
  world.standing = 'offline';
  await post(queue, 'r1', '水管冻');
  await post(queue, 'r1', '水管冻了');
  assert.equal(queue.state().items.length, 1);
  world.standing = 'accept';
  await queue.flush();
  assert.equal(world.texts().at(-1), '水管冻了');
});

test('what is posted while another is on its way goes after it, in order', async () => {
  const world = new World();
  const queue = world.open();
  const [first, second, third] = [post(queue, 'r1', '一'), post(queue, 'r2', '二'), post(queue, 'r3', '三')];
  await Promise.all([first, second, third]);
  assert.deepEqual(
    world.sent.map(({ rid }) => rid),
    ['r1', 'r2', 'r3'],
  );
});

test('a recording goes up first, once, and leaves the phone only when the matter was accepted', async () => {
  const world = new World();
  const queue = world.open();
  world.files.add('wxfile://a.mp3');
  world.answers = ['offline'];
  await queue.post('request.submit', said(''), {
    rid: 'r1',
    title: '说的一句话',
    recording: { path: 'wxfile://a.mp3', seconds: 7 },
  });
  assert.deepEqual([...world.files], ['wxfile://a.mp3']);
  await queue.flush();
  assert.deepEqual(world.uploads, ['wxfile://a.mp3']);
  const last = world.sent.at(-1);
  assert.ok(last && 'audio' in last.input);
  assert.deepEqual(last.input.audio, { fileId: 'cloud://r1', seconds: 7 });
  assert.deepEqual([...world.files], []);
});

test('a recording that is gone from the phone does not take the written words with it', async () => {
  const world = new World();
  const queue = world.open();
  const lost = { path: 'wxfile://gone.mp3', seconds: 7 };
  await queue.post('request.submit', said('水管冻了'), { rid: 'r1', title: '水管冻了', recording: lost });
  assert.deepEqual(world.texts(), ['水管冻了']);
  assert.deepEqual(
    await queue.post('request.submit', said(''), { rid: 'r2', title: '说的', recording: lost }),
    { waits: true },
  );
  assert.deepEqual(
    queue.state().items.map(({ rid, state, says }) => [rid, state, says !== '']),
    [['r2', 'refused', true]],
  );
});

test('what the person dropped while its recording went up does not come back', async () => {
  const world = new World();
  const queue = world.open();
  world.files.add('wxfile://a.mp3');
  world.standing = 'offline';
  await queue.post('request.submit', said(''), {
    rid: 'r1',
    title: '说的',
    recording: { path: 'wxfile://a.mp3', seconds: 7 },
  });
  world.meanwhile = () => void queue.drop('r1');
  await queue.flush();
  assert.deepEqual(queue.state().items, []);
  assert.deepEqual(world.onPhone(), []);
});

test('a full phone still asks for help; only when it can neither keep nor send it, it says so', async () => {
  const world = new World();
  world.shelf.full = true;
  const queue = world.open();
  assert.equal((await post(queue, 'r1', '水管冻了')).waits, false);
  world.standing = 'offline';
  await assert.rejects(post(queue, 'r2', '灯不亮'), Unreachable);
  assert.deepEqual(queue.state().items, []);
});

test('who watches is told how many wait', async () => {
  const world = new World();
  const queue = world.open();
  const counts: number[] = [];
  const stop = queue.watch(({ items }) => counts.push(items.length));
  world.standing = 'offline';
  await post(queue, 'r1', '水管冻了');
  assert.equal(counts.at(-1), 1);
  stop();
  world.standing = 'accept';
  await queue.flush();
  assert.equal(counts.at(-1), 1);
});

test('what an older version left in another shape is not sent', () => {
  const world = new World();
  world.shelf.write('outbox', [{ rid: 'r1' }, 'nonsense', null]);
  assert.deepEqual(world.open().state().items, []);
});

test('a recording that does not go up holds up nothing but what is done to the same matter after it', async () => {
  const world = new World();
  const queue = world.open();
  world.noUploads = true;
  for (const path of ['/a.mp3', '/b.mp3']) world.files.add(path);
  const recording = { path: '/a.mp3', seconds: 7 };
  const first = queue.post('request.submit', said(''), { rid: 'voice', title: '录音', recording });
  assert.deepEqual(await first, { waits: true });
  const record = { id: 'trip3', stop: 'x', door: '', did: 'home', needs: [], note: '', audio: null };
  const written = queue.post('trip.record', record as never, {
    rid: 'door',
    title: '记一家',
    recording: { path: '/b.mp3', seconds: 9 },
  });
  assert.deepEqual(await written, { waits: true });
  assert.equal((await post(queue, 'text', '灯不亮')).waits, false, 'what has none goes at once');
  const end = { id: 'trip3' };
  assert.deepEqual(await queue.post('trip.end', end as never, { rid: 'end', title: '走完了' }), {
    waits: true,
  });
  assert.deepEqual(
    world.sent.map(({ rid }) => rid),
    ['text'],
  );
  world.noUploads = false;
  await queue.flush();
  assert.deepEqual(
    world.sent.map(({ rid }) => rid),
    ['text', 'door', 'end', 'voice'],
    'the one that failed longest ago first, what belongs together in its order, once each',
  );
  assert.deepEqual(world.onPhone(), []);
});

test('of two recordings that did not go up the one that can goes, also when the other never does', async () => {
  const world = new World();
  const queue = world.open();
  world.noUploads = true;
  for (const path of ['/bad.mp3', '/good.mp3']) {
    world.files.add(path);
    const recording = { path, seconds: 7 };
    await queue.post('request.submit', said(''), { rid: path, title: path, recording });
  }
  world.noUploads = false;
  world.unread.add('/bad.mp3');
  for (let pass = 0; pass < 3; pass += 1) await queue.flush();
  assert.deepEqual(
    world.sent.map(({ rid }) => rid),
    ['/good.mp3'],
  );
  assert.deepEqual(
    world.onPhone().map(({ rid, state }) => [rid, state]),
    [['/bad.mp3', 'waiting']],
    'the other is kept',
  );
});
