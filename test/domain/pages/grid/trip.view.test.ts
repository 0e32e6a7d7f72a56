import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueuedItem } from '../../../../miniprogram/api/queue-item';
import type { TripView } from '../../../../miniprogram/contract/trip';
import { wayCard } from '../../../../miniprogram/packages/grid/board/board.view';
import {
  picking,
  timeChoices,
  timeOf,
  withBuilding,
} from '../../../../miniprogram/packages/grid/plan/plan.view';
import { tripLook } from '../../../../miniprogram/packages/grid/trip/trip.view';
import { BLANK, recordInput, writtenAgain } from '../../../../miniprogram/packages/grid/trip/written';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const NOON = Date.parse('2026-11-23T12:00:00+08:00');
const MIDNIGHT = Date.parse('2026-11-24T00:00:00+08:00');

const place = {
  requestId: 'm1',
  title: '换灯',
  building: '3号楼',
  homeAt: '下午',
  code: '4821',
  gone: false,
};
const view: TripView = {
  id: 't',
  state: 'planned',
  at: NOON,
  stops: [],
  sample: false,
  community: '建国社区',
  who: { name: '李**', role: '网格员', sample: false },
  until: MIDNIGHT,
  next: ['start', 'record', 'cancel'],
  places: [
    { ...place, key: 'm1', records: [] },
    { ...place, key: 'm2', title: '理发', gone: true, code: '', records: [] },
  ],
};
const input = {
  id: 't',
  stop: 'm1',
  door: '',
  outcome: 'met',
  said: '换好了',
  audio: null,
  household: null,
  need: null,
} as const;
const item = (
  name: QueuedItem['name'],
  given: object,
  state: QueuedItem['state'] = 'waiting',
): QueuedItem => ({
  rid: 'r',
  name,
  input: given,
  title: '',
  at: NOW,
  state,
  says: '',
  tries: 0,
  recording: null,
});

test('what waits on this phone is shown over what the server knows [S68]', () => {
  assert.deepEqual([tripLook(view, [], NOW).word, tripLook(view, [], NOW).mainWord], ['定好了', '出发']);
  const kept = tripLook(view, [item('trip.record', input)], NOW);
  assert.deepEqual([kept.word, kept.mainWord, kept.canCancel], ['在路上', '走完了', false]);
  assert.deepEqual(
    kept.stops[0]?.doors.map(({ said, waits }) => [said, waits]),
    [['换好了', true]],
  );
  assert.equal(tripLook(view, [item('trip.end', { id: 't' })], NOW).word, '走完了');
  assert.equal(tripLook(view, [item('trip.end', { id: 'other' })], NOW).word, '定好了');
  const refused = tripLook(view, [item('trip.record', input, 'refused')], NOW);
  assert.deepEqual(refused.stops[0]?.doors, [], 'what was refused is in the list of what came back');
});

test('a matter that is no longer mine shows neither house nor digits, and after the day no digits at all [S68]', () => {
  const [, gone] = tripLook(view, [], NOW).stops;
  assert.deepEqual([gone?.title, gone?.sub, gone?.code, gone?.link], ['这件不用去了', '理发', '', '']);
  assert.equal(tripLook(view, [], NOW).stops[0]?.code, '4 8 2 1');
  assert.equal(tripLook(view, [], MIDNIGHT).stops[0]?.code, '');
});

test('one sentence, or none: only a need has to say what it is, by words or by voice', () => {
  const at = { id: 't', stop: 'b', door: 'd' };
  assert.ok('input' in recordInput(BLANK, at));
  assert.ok('missing' in recordInput({ ...BLANK, need: 'wish' }, at));
  const recording = { path: 'p', seconds: 3 };
  const spoken = recordInput({ ...BLANK, need: 'wish', recording, name: '王大爷' }, at);
  assert.ok('input' in spoken);
  assert.deepEqual(
    [spoken.input.need, spoken.input.household],
    [
      { kind: 'wish', text: '' },
      { by: 'name', name: '王大爷' },
    ],
  );
  const nobody = recordInput({ ...BLANK, outcome: 'nobody', need: 'wish' }, at);
  assert.ok('input' in nobody && nobody.input.need === null);
  const card = recordInput({ ...BLANK, card: 'ABCD2345', name: '王大爷' }, at);
  assert.ok('input' in card && card.input.household?.by === 'card');
  const again = writtenAgain(item('trip.record', { ...input, need: { kind: 'errand', text: '取药' } }));
  assert.deepEqual([again?.stop, again?.written.needText, again?.written.said], ['m1', '取药', '换好了']);
});

test('at most so many go along, a building stands once, and one does not knock at noon', () => {
  assert.deepEqual(picking(['a', 'b'], 'b', 2), ['a']);
  assert.deepEqual(picking(['a', 'b'], 'c', 2), ['a', 'b']);
  assert.deepEqual(withBuilding(['3 号楼'], ' 3号楼 ', 4), ['3 号楼']);
  const today = timeChoices(MIDNIGHT - 1, NOON).map(({ word }) => word);
  assert.deepEqual(today, ['半小时后', '14:00', '15:30', '17:00']);
  assert.equal(timeChoices(MIDNIGHT - 1 + 86_400_000, NOON)[0]?.word, '09:00');
  assert.ok(Number.isInteger(timeOf('soon', NOON + 0.25)));
});

test('the board offers a trip only where something lies on the way, and names no building [S60]', () => {
  const matter = (id: string, building: string) => ({ id, title: id, word: '', building, homeAt: '' });
  assert.equal(wayCard([{ place: '1', matters: [matter('a', '1')] }], []), null);
  const card = wayCard([{ place: '3号楼', matters: [matter('a', '3号楼'), matter('b', '4号楼')] }], []);
  assert.deepEqual([card?.title, card?.where, card?.ids], ['顺路，一趟 2 件', '挨着的楼', ['a', 'b']]);
  assert.doesNotMatch(JSON.stringify(card), /号楼/);
});
