import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { newTrip } from '../../../cloudfunctions/service/trip/create';
import {
  type Found,
  nextTripTimer,
  onTripTimer,
  record,
  step,
} from '../../../cloudfunctions/service/trip/decide';
import { forgotten } from '../../../cloudfunctions/service/trip/forget';
import type { Trip } from '../../../cloudfunctions/service/trip/model';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const act = (rid: string, now = NOW) => ({ rid, now, by: 'li', invocation: 'i' });
const stops = [
  { key: 'm1', requestId: 'm1', title: '换灯', building: '3号楼', households: ['zhang'] },
  { key: 'b1', requestId: null, title: '4号楼', building: '4号楼', households: ['wang', 'zhao'] },
];
function planned(at = NOW + 2 * HOUR): Trip {
  const visitor = { id: 'li', line: { name: '李**', role: '网格员', sample: false }, sample: false };
  const plan = { id: 't', visitor, writes: 'grid', communityId: 'jianguo', at, stops } as const;
  return newTrip(plan, act('plan'), DEFAULT_SETTINGS);
}
const found = (change: Partial<Found>): Found => ({
  stop: 'm1',
  door: '',
  outcome: 'met',
  said: '',
  audio: null,
  need: null,
  occurredAt: null,
  at: NOW,
  ...change,
});
const need = { kind: 'errand', text: '取药', requestId: 'r1', personId: null, name: '' } as const;
const kinds = (trip: Trip) => trip.effects.map(({ kind }) => kind);

test('the households are told half an hour before, once, each stop by itself [S68]', () => {
  const trip = planned();
  assert.deepEqual(trip.effects, []);
  assert.equal(nextTripTimer(trip, DEFAULT_SETTINGS), NOW + 2 * HOUR - 30 * MINUTE);
  const timer = { now: NOW + 95 * MINUTE, rid: 's', settings: DEFAULT_SETTINGS, invocation: 'i' };
  const told = onTripTimer(trip, timer);
  assert.deepEqual(kinds(told), ['tell_visit', 'tell_visit']);
  assert.deepEqual(kinds(onTripTimer(told, timer)), kinds(told));
  assert.deepEqual(kinds(step(told, 'start', act('go'))), kinds(told));
  assert.equal(JSON.stringify(told.effects).includes('zhang'), false, 'who lives there is looked up later');
});

test('whoever sets out at once, or early, tells at once; a trip that is called off says so only where it was announced', () => {
  assert.deepEqual(kinds(planned(NOW + 10 * MINUTE)), ['tell_visit', 'tell_visit']);
  assert.deepEqual(kinds(step(planned(), 'start', act('go'))), ['tell_visit', 'tell_visit']);
  assert.deepEqual(kinds(step(planned(), 'cancel', act('no'))), []);
  const off = step(planned(NOW + 10 * MINUTE), 'cancel', act('no'));
  assert.deepEqual(
    off.effects.slice(2).map(({ data }) => data['what']),
    ['off', 'off'],
  );
});

test('at midnight an open trip is over, without a word to anybody', () => {
  const timer = { now: NOW + DAY, rid: 's', settings: DEFAULT_SETTINGS, invocation: 'i' };
  const over = onTripTimer(planned(), timer);
  assert.deepEqual([over.state, kinds(over)], ['ended', []]);
  assert.equal(nextTripTimer(over, DEFAULT_SETTINGS), null);
});

test('what was said at a door is kept in every state, also days later [S60]', () => {
  for (const command of ['end', 'cancel'] as const) {
    const over = step(planned(), command, act('x'));
    const late = record(over, found({ said: '灯换好了', at: NOW + 3 * HOUR }), act('late', NOW + 3 * DAY));
    assert.deepEqual([late.state, late.records.length], [over.state, 1]);
  }
});

test('a need is handed in once and stays, whatever is said of the door later [S60]', () => {
  const first = record(planned(), found({ need }), act('a'));
  const again = record(
    first,
    found({ said: '见着了', need: { ...need, text: '换个说法' }, at: NOW + 1 }),
    act('b'),
  );
  assert.equal(kinds(again).filter((kind) => kind === 'submit_from_trip').length, 1);
  assert.deepEqual(
    again.records.map(({ requestId }) => requestId),
    ['r1'],
  );
});

test('a door of a building has a name, the door of a matter has none; nobody at home needs nothing', () => {
  const refused = (change: Partial<Found>) =>
    assert.throws(() => record(planned(), found(change), act('a')), /INVALID_INPUT/);
  refused({ stop: 'm1', door: 'd' });
  refused({ stop: 'b1', door: '' });
  refused({ stop: 'nowhere' });
  refused({ outcome: 'nobody', need });
});

test('in whatever order and however often a phone sends them, the same doors stand there in the end [S68]', () => {
  const sent: [string, (trip: Trip) => Trip][] = [
    ['start', (trip) => step(trip, 'start', act('start'))],
    ['a', (trip) => record(trip, found({ said: '没人', outcome: 'nobody', at: NOW + 1 }), act('a'))],
    ['b', (trip) => record(trip, found({ said: '换好了', at: NOW + 2 }), act('b'))],
    ['c', (trip) => record(trip, found({ stop: 'b1', door: 'd1', need, at: NOW + 3 }), act('c'))],
    ['d', (trip) => record(trip, found({ stop: 'b1', door: 'd2', said: '都好', at: NOW + 4 }), act('d'))],
    ['end', (trip) => step(trip, 'end', act('end'))],
  ];
  const run = (order: readonly number[]) => {
    let trip = planned();
    for (const place of order) {
      const [rid, send] = sent[place] ?? ['', (one: Trip) => one];
      // The repository's law: a rid that is there already changes nothing.
      if (!trip.timeline.some((entry) => entry.rid === rid)) trip = send(trip);
    }
    const doors = trip.records.map(
      ({ stop, door, said, requestId }) => `${stop} ${door} ${said} ${requestId}`,
    );
    return {
      state: trip.state,
      doors: doors.sort(),
      needs: kinds(trip).filter((kind) => kind === 'submit_from_trip'),
    };
  };
  const expected = run([0, 1, 2, 3, 4, 5]);
  const places = sent.map((_, place) => place);
  const order = fc
    .tuple(
      fc.shuffledSubarray(places, { minLength: 6 }),
      fc.array(fc.constantFrom(...places), { maxLength: 8 }),
    )
    .map(([all, again]) => [...all, ...again]);
  fc.assert(fc.property(order, (once) => assert.deepEqual(run(once), expected)));
});

const gone = (personId: string) => ({ personId, rid: 'erase', now: 1, invocation: 'sweep' });

test('a recording leaves the storage with whose voice it is, but for one that went on with a matter', () => {
  const said = (fileId: string) => ({ audio: { fileId, seconds: 3 } });
  const once = record(planned(), found(said('cloud://recordings/alone')), act('a'));
  const trip = {
    ...once,
    records: once.records.flatMap((one) => [
      one,
      { ...one, door: '2', requestId: 'r-1', ...said('cloud://recordings/with-a-matter') },
    ]),
  };
  const { effects, records } = forgotten(trip, gone('li'));
  assert.deepEqual(
    effects.filter(({ kind }) => kind === 'remove_files').map(({ data }) => data),
    [{ fileIds: ['cloud://recordings/alone'] }],
  );
  assert.ok(records.every(({ audio }) => audio === null));
});

test('who is erased leaves nothing of themselves behind, and the others stay', () => {
  const trip = record(planned(), found({ said: '大娘腿疼' }), act('a'));
  const without = forgotten(trip, gone('zhang'));
  assert.doesNotMatch(JSON.stringify({ ...without, timeline: [], effects: [] }), /zhang|大娘|换灯|3号楼/);
  assert.deepEqual(without.stops[1]?.households, ['wang', 'zhao']);
  assert.doesNotMatch(JSON.stringify(forgotten(trip, gone('li')).who), /李/);
});
