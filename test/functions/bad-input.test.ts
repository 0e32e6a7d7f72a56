import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CallReply } from '@contract/envelope';
import { REFUSALS, type RefusalCode } from '@contract/errors';
import fc from 'fast-check';
import * as v from 'valibot';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { collections } from '../../database/collections';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

/** What no person types: each is put in place of every field of every action. */
const HOSTILE: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { __proto__: { admin: true } },
  ['a'],
  -1,
  1e308,
  '\uD800',
  '\u202E反',
  '../../etc',
  'x'.repeat(100_000),
  null,
  true,
  'sample_elder',
];

const arriving = (input: unknown): unknown => JSON.parse(JSON.stringify({ input })).input;

describe('bad input', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 2 });
  });
  after(() => t.close());

  const raw = (data: unknown, openid = 'sample-resident') =>
    t.invoke('api', data, { openid }) as Promise<CallReply<unknown>>;
  const codeOf = async (data: unknown, openid?: string): Promise<RefusalCode | 'ok'> => {
    const reply = await raw(data, openid);
    return reply.ok ? 'ok' : reply.refusal.code;
  };
  const fingerprint = () =>
    JSON.stringify(
      Object.keys(collections)
        .filter((name) => name !== 'accounts')
        .map((name) =>
          t.store
            .find(name, {}, { limit: 1000, sort: { _id: 1 } })
            // Whoever tries to do something becomes known by it, with nothing about them.
            .documents.filter(({ openid }) => !String(openid).startsWith('stranger-')),
        ),
    );

  test('what is no call, an unknown action and an old phone each have their name', async () => {
    assert.equal(await codeOf(null), 'INVALID_INPUT');
    assert.equal(await codeOf('hello'), 'INVALID_INPUT');
    assert.equal(
      await codeOf({ action: 'session.destroy', input: {}, rid: newRid(), contract: 1 }),
      'UNKNOWN_ACTION',
    );
    assert.equal(
      await codeOf({ action: 'constructor', input: {}, rid: newRid(), contract: 1 }),
      'UNKNOWN_ACTION',
    );
    assert.equal(
      await codeOf({ action: 'home.get', input: { communityId: null }, rid: '', contract: -1 }),
      'CONTRACT_TOO_OLD',
    );
    assert.equal(
      await codeOf({ action: 'session.take', input: { id: 's-table' }, rid: 'short', contract: 1 }),
      'INVALID_INPUT',
    );
  });

  test('an identity in the input is nobody’s', async () => {
    const forged = {
      action: 'desk.triage',
      input: { communityId: null },
      rid: '',
      contract: 1,
      openid: 'sample-dispatcher',
      OPENID: 'sample-dispatcher',
      userInfo: { openId: 'sample-dispatcher' },
    };
    assert.equal(await codeOf(forged, 'sample-elder'), 'NOT_ALLOWED');
    const nobody = await t.invoke('api', {
      action: 'home.get',
      input: { communityId: null },
      rid: '',
      contract: 1,
    });
    assert.equal((nobody as CallReply<unknown>).ok, false);
  });

  test('every action refuses hostile values by name, changes nothing and shows nothing', async () => {
    const before = fingerprint();
    const good: Record<string, unknown> = {
      ...wish,
      id: 's-table',
      ids: ['c-food'],
      communityId: 'jianguo',
      version: 1,
    };
    let tried = 0;
    for (const [name, action] of table) {
      for (const hostile of HOSTILE) {
        const openid = `stranger-${tried % 40}`;
        const field = Object.keys(good)[tried % Object.keys(good).length] ?? 'id';
        for (const input of [hostile, { ...good, [field]: hostile }, { hostile }]) {
          // What is left of it in JSON may be what the action asks for: nothing.
          if (v.is(action.input, arriving(input))) continue;
          const reply = await raw({ action: name, input, rid: newRid(), contract: 1 }, openid);
          tried += 1;
          if (reply.ok) {
            assert.equal(action.kind, 'read', `${name} accepted ${JSON.stringify(input)?.slice(0, 80)}`);
            continue;
          }
          assert.notEqual(reply.refusal.code, 'INTERNAL', `${name} ${JSON.stringify(input)?.slice(0, 80)}`);
          assert.equal(reply.refusal.says, REFUSALS[reply.refusal.code]);
          assert.doesNotMatch(JSON.stringify(reply), /at .*\.(js|ts)|Error:|sample-|13912345678/);
        }
      }
    }
    assert.ok(tried > 1500, String(tried));
    assert.equal(fingerprint(), before);
  });

  test('texts with traps are taken as they are said, or refused; never stored with hidden characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        const reply = await t.as('resident').ask('request.submit', { ...wish, kind: 'errand', text });
        if (reply.ok) assert.doesNotMatch(reply.output.text, /[\u0000-\u0008\u202A-\u202E\u200B-\u200F]/);
        else assert.match(reply.refusal.code, /INVALID_INPUT|TOO_MANY/);
      }),
      { numRuns: 25 },
    );
  });

  test('somebody else’s request, recording and place in a class are out of reach', async () => {
    const mine = await t.as('elder').call('request.submit', wish);
    for (const action of ['request.get', 'request.withdraw', 'request.confirm'] as const) {
      const extra = action === 'request.confirm' ? { level: null, words: '' } : {};
      assert.equal(
        await codeOf(
          { action, input: { id: mine.id, ...extra }, rid: newRid(), contract: 1 },
          'sample-daughter',
        ),
        'NOT_FOUND',
      );
    }
    const stolen = {
      ...wish,
      kind: 'errand',
      audio: { fileId: 'cloud://local-env.bucket/recordings/somebody-elses.mp3', seconds: 3 },
    };
    const reply = await raw({ action: 'request.submit', input: stolen, rid: newRid(), contract: 1 });
    assert.equal(!reply.ok && reply.refusal.field, 'audio.fileId');
  });

  test('who calls sixty times a minute is asked to rest, and nobody else is', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 140; n += 1)
      codes.push(
        await codeOf(
          { action: 'session.leave', input: { id: 's-table' }, rid: newRid(), contract: 1 },
          'busy-finger',
        ),
      );
    assert.ok(codes.includes('TOO_MANY'));
    assert.equal(
      await codeOf(
        { action: 'session.leave', input: { id: 's-table' }, rid: newRid(), contract: 1 },
        'calm-finger',
      ),
      'ok',
    );
  });

  test('no log line holds a text, a number or an openid', () => {
    const lines = JSON.stringify(t.logs.entries().flatMap((entry) => entry.lines));
    for (const secret of ['13912345678', '402', 'sample-elder', '剪头发'])
      assert.equal(lines.includes(secret), false, secret);
    assert.equal(
      t.logs.entries().reduce((sum, entry) => sum + entry.masked, 0),
      0,
    );
  });
});
