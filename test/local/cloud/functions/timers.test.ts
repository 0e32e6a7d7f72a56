import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { cloudForTests, declare, sdk } from '../support/cloud';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIVE_MINUTES = { name: 'often', cron: '0 */5 * * * * *' };
const MORNING = { name: 'morning', cron: '0 30 8 * * * *' };

const cloud = await cloudForTests({
  collections: { deliveries: { indexes: [] }, orders: { indexes: [] } },
  functions: [declare('timer', { triggers: [FIVE_MINUTES, MORNING] }), declare('echo')],
});
const database = sdk(cloud).database();

interface Delivery {
  event: { Type: string; TriggerName: string; Time: string; Message: string };
  at: number;
  TRIGGER_SRC: string;
  WX_OPENID: string | null;
}

async function deliveries(): Promise<Delivery[]> {
  const { data } = await database.collection('deliveries').orderBy('at', 'asc').limit(1000).get();
  return data as Delivery[]; // What the fixture writes.
}

async function failTimes(times: number): Promise<void> {
  await database.collection('orders').doc('fail').set({ times });
}

/** 00:01 in China on a day of its own. */
const start = Date.UTC(2030, 4, 1, 16, 1);

beforeEach(async () => {
  await database
    .collection('deliveries')
    .where({ _id: database.command.exists(true) })
    .remove();
  await failTimes(0);
  cloud.clock.reset();
  await cloud.reload([declare('timer', { triggers: [] })]);
  await cloud.clock.set(start);
  await cloud.reload([declare('timer', { triggers: [FIVE_MINUTES, MORNING] }), declare('echo')]);
});

test('moving the clock delivers every due timer in order, each at its own time', async () => {
  await cloud.clock.advance(16 * MINUTE);
  const seen = await deliveries();
  assert.deepEqual(
    seen.map(({ event }) => event.Time),
    ['2030-05-01T16:05:00Z', '2030-05-01T16:10:00Z', '2030-05-01T16:15:00Z'],
  );
  for (const { event, at } of seen) {
    assert.ok(
      at >= Date.parse(event.Time) && at < Date.parse(event.Time) + 30_000,
      `${at} for ${event.Time}`,
    );
  }
  assert.ok(Math.abs(cloud.clock.now() - (start + 16 * MINUTE)) < 10_000);
});

test('a schedule is read in China time', async () => {
  await cloud.reload([declare('timer', { triggers: [MORNING] })]);
  await cloud.clock.advance(24 * HOUR);
  assert.deepEqual(
    (await deliveries()).map(({ event }) => event.Time),
    ['2030-05-02T00:30:00Z'],
  );
});

test('a timer’s event says what it is, and nobody is calling', async () => {
  await cloud.fireTimer('timer', 'often');
  const [seen] = await deliveries();
  assert.ok(seen);
  assert.equal(seen.event.Type, 'Timer');
  assert.equal(seen.event.TriggerName, 'often');
  assert.equal(seen.TRIGGER_SRC, 'timer');
  assert.equal(seen.WX_OPENID, null);
});

test('an error in the function is answered by delivering the same event again after a minute', async () => {
  await failTimes(1);
  await cloud.clock.advance(4 * MINUTE + 10_000);
  assert.equal((await deliveries()).length, 1);
  await cloud.clock.advance(MINUTE);
  const seen = await deliveries();
  assert.equal(seen.length, 2);
  assert.deepEqual(seen[1]?.event, seen[0]?.event);
  assert.ok(Math.abs((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0) - MINUTE) < 5_000);
});

test('after two more attempts the platform gives up until the next time', async () => {
  await failTimes(100);
  await cloud.clock.advance(8 * MINUTE);
  assert.deepEqual(
    (await deliveries()).map(({ event }) => event.Time),
    Array.from({ length: 3 }, () => '2030-05-01T16:05:00Z'),
  );
});

test('a timer fired by hand tells of the failure, and it is delivered again too', async () => {
  await failTimes(1);
  await assert.rejects(cloud.fireTimer('timer', 'morning'), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  await cloud.clock.advance(2 * MINUTE);
  assert.equal((await deliveries()).length, 2);
});

test('setting the clock back delivers nothing, and what was delivered is due again when its time comes', async () => {
  await cloud.clock.advance(5 * MINUTE);
  await cloud.clock.set(start);
  assert.equal((await deliveries()).length, 1);
  await cloud.clock.advance(5 * MINUTE);
  assert.equal((await deliveries()).length, 2);
});

test('two moves of the clock at once happen one after the other', async () => {
  await Promise.all([cloud.clock.advance(5 * MINUTE), cloud.clock.advance(5 * MINUTE)]);
  const times = (await deliveries()).map(({ event }) => event.Time);
  assert.deepEqual(times, ['2030-05-01T16:05:00Z', '2030-05-01T16:10:00Z']);
});

test('a server date follows the clock', async () => {
  await database.collection('orders').doc('when').set({ at: database.serverDate() });
  const { data } = await database.collection('orders').doc('when').get();
  assert.ok(Math.abs(data[0].at.getTime() - cloud.clock.now()) < 5_000);
});

test('which trigger is meant must be clear, and the schedule must be one of seven fields', async () => {
  await assert.rejects(cloud.fireTimer('timer'), { code: 'INVALID_PARAM', message: /several triggers/ });
  await assert.rejects(cloud.fireTimer('echo'), { code: 'INVALID_PARAM', message: /no trigger/ });
  const wrong = declare('timer', { triggers: [{ name: 'five', cron: '*/5 * * * *' }] });
  await assert.rejects(cloud.reload([wrong]), { code: 'INVALID_PARAM', message: /seven-field/ });
});

test('a clock does not advance backwards or by nothing known', async () => {
  await assert.rejects(cloud.clock.advance(-1), RangeError);
  await assert.rejects(cloud.clock.set(Number.NaN), RangeError);
});
