import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR } from '../../cloudfunctions/core/calendar';
import { sessions } from '../../cloudfunctions/school/session/definition';
import type { Session } from '../../cloudfunctions/school/session/model';
import { FULL, SEED } from '../proof/support/proven';
import { count } from '../support/counts';
import { troubleOfSeats } from '../support/invariants';
import { begin, type Deed, isElder, PEOPLE, people, START, story, whoOf } from './class';
import { Line } from './line';
import { openWorld, type World } from './world';

const RUNS = FULL ? 4_000 : 200;
async function perform(world: World, deed: Deed, rid: string): Promise<string> {
  const { does, many } = deed;
  const by = whoOf(deed, world.stored<Session>());
  const id = 's1';
  switch (does) {
    case 'edit': {
      const { version } = world.stored<Session>();
      const reply = await world.ask('host', 'session.edit', { id, version, capacity: many + 1 }, rid);
      return reply.ok ? '' : known(reply.code);
    }
    case 'cancel': {
      const reply = await world.ask('host', 'session.cancel', { id, reason: '停电' }, rid);
      return reply.ok ? '' : known(reply.code);
    }
    case 'tick':
      world.wait(many * 3 * HOUR);
      await world.tick();
      return '';
    case 'come': {
      const trouble = await ask(world, by, 'session.take', rid);
      return trouble !== 'SEATS_FULL' ? trouble : ask(world, by, 'session.wait', `${rid}-wait`);
    }
    default:
      return ask(world, by, `session.${does}`, rid);
  }
}

type Own = 'session.take' | 'session.wait' | 'session.leave' | 'session.accept' | 'session.pass';

/** @returns what is wrong with the answer; SEATS_FULL where that is the answer to coming. */
async function ask(world: World, by: string, name: Own, rid: string): Promise<string> {
  const reply = await world.ask(by, name, { id: 's1' }, rid);
  const { timeline } = world.stored<Session>();
  if (!reply.ok) {
    if (timeline.some((entry) => entry.rid === `${by}:${rid}`))
      return `${name} of ${by} was refused with ${reply.code}, and yet done`;
    return name === 'session.take' && reply.code === 'SEATS_FULL' ? reply.code : known(reply.code);
  }
  const sat =
    BEGAN_SEATED.includes(by) ||
    timeline.some((entry) => entry.by === by && /take|accept/.test(entry.command));
  return reply.output.mine.is === 'seated' && !sat ? `${by} was told of a seat that they never had` : '';
}

const BEGAN_SEATED = PEOPLE.slice(0, 3);
const REFUSALS =
  /^(SEATS_FULL|SEAT_FREE|SESSION_NOT_OPEN|SESSION_STARTED|NO_OFFER|OFFER_EXPIRED|CAPACITY_IN_USE|STALE|BUSY)$/;
const known = (code: string) => (REFUSALS.test(code) ? '' : `refused with ${code}`);

function property(guarded: boolean) {
  return fc.asyncProperty(fc.scheduler(), story, async (scheduler, told) => {
    const doc = begin(told);
    const line = new Line(doc, isElder);
    const troubles: string[] = [];
    const world = openWorld<Session>({
      definition: sessions,
      doc,
      people,
      now: START,
      guarded,
      turn: (what) => scheduler.schedule(Promise.resolve(), what),
      written(before, after) {
        const fresh = after.timeline.slice(before.timeline.length);
        troubles.push(
          troubleOfSeats(after),
          after.version === before.version + 1 ? '' : 'a version was left out',
          ...fresh.map((entry) => line.follow(entry, after)),
          line.compare(after),
        );
        count('interleaved writes');
      },
    });
    for (const [place, wave] of told.waves.entries()) {
      const all = wave.map((one, n) => perform(world, one, `rid-${place}-${n}`));
      troubles.push(...(await scheduler.waitFor(Promise.all(all))));
    }
    count('interleavings');
    assert.deepEqual(world.failed, []);
    assert.equal(troubles.find((trouble) => trouble !== '') ?? '', '');
  });
}

test('however the reads and writes of several people fall between each other, the line is as its timeline says', async () => {
  await fc.assert(property(true), { numRuns: RUNS, seed: SEED, includeErrorInReport: true });
});

test('without the guards an interleaving is found in which it is not (the control)', async () => {
  const found = await fc.check(property(false), { numRuns: RUNS, seed: SEED, includeErrorInReport: true });
  assert.ok(found.failed, 'no interleaving did any harm: they prove nothing');
  count('controls');
  if (process.env['PROOF_SHOW'] !== undefined)
    console.log(found.counterexample?.map(String), String(found.errorInstance));
});
