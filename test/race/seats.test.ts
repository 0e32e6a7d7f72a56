import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import type { SessionView } from '@contract/school';
import type { Session } from '../../cloudfunctions/school/session/model';
import { demonstration } from '../../database/seed';
import { newRid, type Town, town } from '../support/town';

const RIVALS = 100;
const SEATS = 30;

/** The demonstration with a class of thirty seats, none of them kept back, and the host with the office's eyes. */
function seed(now: number) {
  const whole = demonstration(now);
  // The seed's sessions are sessions.
  const sessions = (whole['sessions'] ?? []) as Session[];
  const thirty = sessions.map((one) =>
    one._id === 's-night'
      ? { ...one, capacity: SEATS, seats: { open: SEATS, elderOpen: 0 }, elderUntil: null }
      : one,
  );
  return { ...whole, sessions: thirty };
}

function stored(t: Town, id: string): Session {
  const { documents } = t.store.find('sessions', { _id: id });
  // What the function wrote.
  return documents[0] as unknown as Session;
}

describe('a hundred people for thirty seats, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town({ seed, instances: 8 });
  });
  after(() => t.close());

  const call = (who: string, action: string, input: object) =>
    t.invoke('api', { action, input, rid: newRid(), contract: CONTRACT_VERSION }, { openid: who }) as Promise<
      CallReply<SessionView>
    >;

  /** What a phone does: take, wait when full, take again when a seat came free meanwhile. */
  async function come(who: string): Promise<SessionView['mine']> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      for (const action of ['session.take', 'session.wait']) {
        const reply = await call(who, action, { id: 's-night' });
        if (reply.ok) return reply.output.mine;
        assert.match(reply.refusal.code, /SEATS_FULL|SEAT_FREE|BUSY/, JSON.stringify(reply.refusal));
      }
    }
    return { is: 'none' };
  }

  test('exactly thirty hold seats, the rest wait in a definite order, and nobody is told a seat that is not stored', async () => {
    const edits = (async () => {
      let done = 0;
      for (let n = 0; n < 12; n += 1) {
        const { session } = await t.as('host').call('session.console', { id: 's-night' });
        const reply = await t
          .as('host')
          .ask('session.edit', { id: 's-night', version: session.version, bring: [`第 ${n} 次改`] });
        if (reply.ok) done += 1;
        else assert.match(reply.refusal.code, /STALE|BUSY/);
      }
      return done;
    })();
    const told = await Promise.all(Array.from({ length: RIVALS }, (_, n) => come(`rival-${n}`)));
    const edited = await edits;
    assert.ok(edited > 0, 'the host got through as well');

    const session = stored(t, 's-night');
    assert.equal(session.holders.length, SEATS);
    assert.equal(session.queue.length, RIVALS - SEATS);
    assert.deepEqual(session.seats, { open: 0, elderOpen: 0 });
    assert.equal(told.filter((mine) => mine.is === 'seated').length, SEATS);
    assert.equal(told.filter((mine) => mine.is === 'waiting').length, RIVALS - SEATS);
    const ids = [...session.holders, ...session.queue].map((one) => one.personId);
    assert.equal(new Set(ids).size, RIVALS, 'nobody twice');
    assert.deepEqual(
      [...session.timeline.filter((entry) => entry.command === 'wait').map((entry) => entry.by)],
      session.queue.map((one) => one.personId),
      'the line is the order of coming',
    );
    // An edit that had somebody to tell is written once more, when they have been told.
    const came = session.timeline.findIndex(({ command }) => command === 'take' || command === 'wait');
    const telling = session.timeline.filter(({ command }, at) => command === 'edit' && at > came);
    assert.equal(
      session.version - 1 - telling.length,
      session.timeline.length,
      'every write raised the version once',
    );
    assert.deepEqual(session.effects, [], 'and nobody is still to be told');
    assert.match(session.bring[0] ?? '', /次改/);
  });

  test('the same person tapping ten times at once holds one seat', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => call('rival-many', 'session.take', { id: 's-rights' })),
    );
    assert.ok(replies.every((reply) => reply.ok));
    assert.equal(stored(t, 's-rights').holders.filter((one) => one.name === '没留姓名').length, 1);
  });
});
