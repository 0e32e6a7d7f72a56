import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CONTRACT_VERSION, MOST_READS, type ReadsReply } from '@contract/envelope';
import { openidOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

/** Reads that come together are answered as if each had come alone. */

const call = (action: string, input: unknown = {}, rid = '') => ({
  action,
  input,
  rid,
  contract: CONTRACT_VERSION,
});

describe('reads that come together', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const together = async (key: string, ...reads: unknown[]) =>
    // What the functions answer is the contract's reply.
    (await t.invoke('api', { reads }, { openid: openidOf(key) })) as ReadsReply;

  test('each has what it would have alone, and who calls is read once for all', async () => {
    const names = ['me.get', 'request.mine', 'survey.get', 'family.get'] as const;
    const alone = [];
    for (const name of names) alone.push(await t.as('elder').call(name, {}));
    const asked: string[] = [];
    t.faults.onCall = ({ on, collection }) => {
      if (on === 'database') asked.push(collection ?? '');
      return undefined;
    };
    const { replies } = await together('elder', ...names.map((name) => call(name)));
    t.faults.onCall = undefined;
    assert.deepEqual(
      replies.map((reply) => reply.ok && reply.output),
      alone,
    );
    assert.equal(asked.filter((collection) => collection === 'persons').length, 1);
  });

  test('what is refused to this caller is refused, and the others are answered', async () => {
    const { replies } = await together(
      'resident',
      call('desk.triage', { communityId: null }),
      call('me.get'),
    );
    assert.deepEqual(
      replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)),
      ['NOT_ALLOWED', 'ok'],
    );
  });

  test('somebody else’s matter stays theirs beside one’s own', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    const { replies } = await together('resident', call('request.mine'), call('request.get', { id }));
    assert.deepEqual(
      replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)),
      ['ok', 'NOT_FOUND'],
    );
  });

  test('a command does not travel so, nor does a longer row than any page reads', async () => {
    const before = t.store.find('requests', {}).documents.length;
    const { replies } = await together('resident', call('me.get'), call('request.submit', wish, newRid()));
    assert.deepEqual(
      replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)),
      ['ok', 'UNKNOWN_ACTION'],
    );
    assert.equal(t.store.find('requests', {}).documents.length, before);
    const long = Array.from({ length: MOST_READS + 1 }, () => call('me.get'));
    const reply = (await t.invoke('api', { reads: long }, { openid: openidOf('resident') })) as object;
    assert.equal(Reflect.get(Object(Reflect.get(reply, 'refusal')), 'code'), 'INVALID_INPUT');
  });

  test('a power that was taken is gone from the very next call', async () => {
    const triage = () => together('dispatcher', call('desk.triage', { communityId: null }), call('me.get'));
    assert.equal((await triage()).replies[0]?.ok, true);
    const [person] = t.store.find('persons', { openid: openidOf('dispatcher') }).documents;
    const { _id, version } = person ?? {};
    t.store.modify(
      'persons',
      { _id },
      { $set: { grants: [], roleKeys: [], version: Number(version) + 1 } },
      { multi: false, merge: true, upsert: false },
    );
    const [desk, me] = (await triage()).replies;
    assert.equal(desk?.ok === false && desk.refusal.code, 'NOT_ALLOWED');
    assert.equal(me?.ok, true);
  });
});
