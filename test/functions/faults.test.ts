import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CallReply } from '@contract/envelope';
import { LEASE_MS } from '../../cloudfunctions/core/aggregate';
import { DAY } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import type { Call, Effect } from '../../local/cloud/faults';
import { FULL } from '../proof/support/proven';
import { newRid, type Town, town } from '../support/town';
import { storedOf } from './stored';
import { wish } from './wish';

/**
 * Every call that a command makes to the database goes wrong; after a retry with the same rid and one tick of the
 * timer holds of the document what is said here.
 */
const WAYS: readonly (readonly [name: string, effect: Effect])[] = [
  ['fails', { type: 'fail', code: 'DATABASE_REQUEST_FAILED' }],
  ['is done and its answer lost', { type: 'cut', when: 'after' }],
  ['is done and the worker dies', { type: 'kill-worker', when: 'after' }],
  ['is never made, for the worker dies', { type: 'kill-worker', when: 'before' }],
  ['is delivered twice', { type: 'duplicate' }],
];

/** One for each call, in turn; all of them in the full size. What every other command does, `proof/actions` asks. */
const waysOf = (k: number) => WAYS.filter((_, n) => FULL || n === k % WAYS.length);

interface Story {
  name: string;
  /** Sets the stage and answers the command. */
  begin(t: Town): Promise<{ who: string; action: string; input: object; id: string }>;
  /** What must be true of the stored document, whatever happened. */
  holds(t: Town, id: string, rid: string): void;
}

const sessionOf = (t: Town, id: string) => storedOf<Session>(t, 'sessions', id);
const requestOf = (t: Town, id: string) => storedOf<ServiceRequest>(t, 'requests', id);
const once = (timeline: readonly { rid: string }[], rid: string) =>
  timeline.filter((entry) => entry.rid.endsWith(rid)).length;
const told = (t: Town, key: string) =>
  t.store.find('inbox', { personId: `sample_${key}` }, { sort: { createdAt: -1 } }).documents.length;

function seatsAddUp(session: Session): void {
  const { open, elderOpen } = session.seats;
  assert.equal(open + elderOpen + session.holders.length + session.offers.length, session.capacity);
  assert.deepEqual(session.effects, [], 'nothing is left undone');
}

const stories: readonly Story[] = [
  {
    name: 'taking a seat',
    async begin(t) {
      await t.as('resident').call('session.leave', { id: 's-table' });
      return { who: 'resident', action: 'session.take', input: { id: 's-table' }, id: 's-table' };
    },
    holds(t, id, rid) {
      const session = sessionOf(t, id);
      seatsAddUp(session);
      assert.equal(once(session.timeline, rid), 1);
      assert.equal(session.holders.filter((one) => one.personId === 'sample_resident').length, 1);
    },
  },
  {
    name: 'giving a seat back to somebody who waits',
    async begin(t) {
      for (const key of ['member', 'member-b', 'daughter'])
        await t.as(key).call('session.leave', { id: 's-small' });
      for (const key of ['member', 'member-b']) await t.as(key).call('session.take', { id: 's-small' });
      await t.as('daughter').call('session.wait', { id: 's-small' });
      return { who: 'member', action: 'session.leave', input: { id: 's-small' }, id: 's-small' };
    },
    holds(t, id, rid) {
      const session = sessionOf(t, id);
      seatsAddUp(session);
      assert.equal(once(session.timeline, rid), 1);
      assert.deepEqual(
        session.offers.map((one) => one.personId),
        ['sample_daughter'],
      );
      const offered = t.store.find(
        'inbox',
        { personId: 'sample_daughter' },
        { sort: { createdAt: -1 } },
      ).documents;
      const texts = offered.map((message) => String(message['text']));
      assert.equal(new Set(offered.map((message) => message['_id'])).size, texts.length);
      assert.ok(texts.length >= 1, 'told');
    },
  },
  {
    name: 'handing in a request',
    begin: async () => ({ who: 'elder', action: 'request.submit', input: wish, id: '' }),
    holds(t, _id, rid) {
      const all = t.store.find('requests', { people: 'sample_elder' }, { sort: { updatedAt: -1 } })
        .documents as unknown as ServiceRequest[];
      assert.equal(all.filter((request) => once(request.timeline, rid) > 0).length, 1);
    },
  },
  {
    name: 'claiming a wish',
    async begin(t) {
      const { id } = await t.as('elder').call('request.submit', wish);
      await t
        .as('dispatcher')
        .call('request.publish', { id, title: '上门理发', publicText: '想剪头发', category: 'elder_care' });
      return { who: 'member', action: 'request.claim', input: { id, promisedFor: t.clock.now() + DAY }, id };
    },
    holds(t, id, rid) {
      const request = requestOf(t, id);
      assert.equal(request.state, 'claimed');
      assert.equal(request.helperId, 'sample_member');
      assert.equal(once(request.timeline, rid), 1);
      assert.deepEqual(request.effects, []);
    },
  },
];

describe('faults at every call of a command', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 2 });
  });
  after(() => t.close());

  for (const story of stories) {
    test(`${story.name}: whatever call goes wrong, nothing is lost and nothing happens twice`, async () => {
      let swept = 0;
      for (let k = 0; await everyWay(story, k); k += 1) swept += 1;
      assert.ok(swept >= 3, `${swept} calls`);
    });
  }

  /** The k-th call goes wrong in each of its ways. @returns false: the command makes no such call */
  async function everyWay({ begin, holds }: Story, k: number): Promise<boolean> {
    for (const [, effect] of waysOf(k)) {
      const { who, action, input, id } = await begin(t);
      const rid = newRid();
      const before = told(t, 'elder');
      const hit = arm(k, effect);
      await attempt(who, action, input, rid);
      t.faults.onCall = undefined;
      if (!hit()) return false;
      let reply = await attempt(who, action, input, rid);
      for (let more = 0; more < 2 && reply?.ok !== true; more += 1)
        reply = await attempt(who, action, input, rid);
      assert.equal(reply?.ok, true, `${action} call ${k}: ${JSON.stringify(reply)}`);
      await t.pass(LEASE_MS + 1_000);
      holds(t, id, rid);
      if (action === 'request.claim')
        assert.ok(told(t, 'elder') - before <= 1, 'at most one message for one claim');
    }
    return true;
  }

  /** The k-th call of the command to the database goes wrong. Answers whether it came to that. */
  function arm(k: number, effect: Effect): () => boolean {
    let calls = -1;
    let hit = false;
    t.faults.onCall = ({ on }: Call) => {
      if (on !== 'database') return undefined;
      calls += 1;
      if (calls !== k) return undefined;
      hit = true;
      return effect;
    };
    return () => hit;
  }

  /** A phone's try: the platform's errors are an answer that never came. */
  async function attempt(
    who: string,
    action: string,
    input: object,
    rid: string,
  ): Promise<CallReply<unknown> | null> {
    try {
      return (await t.invoke(
        'api',
        { action, input, rid, contract: 1 },
        { openid: `sample-${who}` },
      )) as CallReply<unknown>;
    } catch {
      return null;
    }
  }
});
