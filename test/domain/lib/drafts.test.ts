import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDraft } from '../../../miniprogram/api/draft-box';
import { createMemory } from '../../../miniprogram/api/memory';
import { memoryShelf } from './shelf';

interface Said {
  text: string;
  seconds: number;
  who: string | null;
}
const EMPTY: Said = { text: '', seconds: 0, who: null };

function counter(): () => string {
  let n = 0;
  return () => `rid-${++n}`;
}

test('what is typed is there again when the phone was closed in the middle', () => {
  const shelf = memoryShelf();
  createDraft(shelf, 'say', EMPTY, counter()).keep({ text: '厨房灯' });
  assert.deepEqual(createDraft(shelf, 'say', EMPTY, counter()).read(), {
    text: '厨房灯',
    seconds: 0,
    who: null,
  });
});

test('one intention keeps its rid over every change and every try, and the next one has another', () => {
  const draft = createDraft(memoryShelf(), 'say', EMPTY, counter());
  draft.keep({ text: '厨房' });
  const rid = draft.rid();
  draft.keep({ text: '厨房灯' });
  assert.equal(draft.rid(), rid);
  draft.drop();
  assert.notEqual(draft.rid(), rid);
});

test('after a refusal was read a change is a new intention, and the words stay', () => {
  const draft = createDraft(memoryShelf(), 'say', EMPTY, counter());
  draft.keep({ text: '厨房灯' });
  const rid = draft.rid();
  draft.renew();
  assert.notEqual(draft.rid(), rid);
  assert.equal(draft.read().text, '厨房灯');
});

test('a draft of an older version gives what still fits and loses nothing else', () => {
  const shelf = memoryShelf();
  shelf.write('draft:say', {
    rid: 'r',
    content: { text: '厨房灯', seconds: 'seven', gone: true, who: 'self' },
  });
  assert.deepEqual(createDraft(shelf, 'say', EMPTY, counter()).read(), {
    text: '厨房灯',
    seconds: 0,
    who: 'self',
  });
  shelf.write('draft:say', 'nonsense');
  assert.deepEqual(createDraft(shelf, 'say', EMPTY, counter()).read(), EMPTY);
});

test('two composers do not see each other', () => {
  const shelf = memoryShelf();
  createDraft(shelf, 'say', EMPTY, counter()).keep({ text: '灯' });
  assert.equal(createDraft(shelf, 'wish', EMPTY, counter()).read().text, '');
});

test('the last answer of a read is remembered with its time, by what was asked', () => {
  let now = 1_000;
  const memory = createMemory(memoryShelf(), 1, () => now);
  memory.remember('request.get', { id: 'a' }, { title: '换灯' });
  now = 2_000;
  assert.deepEqual(memory.recall('request.get', { id: 'a' }), { at: 1_000, output: { title: '换灯' } });
  assert.equal(memory.recall('request.get', { id: 'b' }), null);
});

test('a copy of more than a week is shown no more, and is not kept', () => {
  let now = 0;
  const shelf = memoryShelf();
  const memory = createMemory(shelf, 1, () => now);
  memory.remember('desk.triage', {}, { waiting: [] });
  now = 7 * 24 * 60 * 60 * 1000;
  assert.notEqual(memory.recall('desk.triage', {}), null);
  now += 1;
  assert.equal(memory.recall('desk.triage', {}), null);
  assert.deepEqual(shelf.keys(), []);
});

test('what a reader may not see any more is forgotten', () => {
  const memory = createMemory(memoryShelf(), 1, () => 1);
  for (const id of ['a', 'b']) memory.remember('session.console', { id }, { roster: [] });
  memory.forget('session.console', { id: 'a' });
  assert.equal(memory.recall('session.console', { id: 'a' }), null);
  assert.notEqual(memory.recall('session.console', { id: 'b' }), null);
});

test('an answer of another contract is not shown', () => {
  const shelf = memoryShelf();
  createMemory(shelf, 1, () => 1).remember('me.get', {}, {});
  assert.equal(createMemory(shelf, 2, () => 1).recall('me.get', {}), null);
});

test('old answers make room, the oldest first, and never push out a draft', () => {
  const shelf = memoryShelf();
  let now = 0;
  const memory = createMemory(shelf, 1, () => now);
  shelf.write('draft:say', { rid: 'r', content: {} });
  for (now = 1; now <= 60; now += 1) memory.remember('request.get', { id: `${now}` }, {});
  assert.equal(memory.recall('request.get', { id: '1' }), null);
  assert.notEqual(memory.recall('request.get', { id: '60' }), null);
  assert.ok(shelf.keys().includes('draft:say'));
  assert.ok(shelf.keys().length <= 41);
});

test('a full phone forgets old answers before anything of the person is in danger', () => {
  const shelf = memoryShelf();
  const memory = createMemory(shelf, 1, () => 1);
  memory.remember('me.get', {}, {});
  shelf.write('outbox', []);
  shelf.full = true;
  memory.remember('home.get', {}, {});
  assert.deepEqual(shelf.keys(), ['outbox']);
});
