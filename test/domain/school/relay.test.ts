import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoriesFor, isRelayTime } from '../../../cloudfunctions/home/relay';
import { sampleSession } from './sample-session';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');

test('a course leads to at most four kinds of matters, each once; one without topics to none', () => {
  assert.deepEqual(categoriesFor({}), []);
  assert.deepEqual(categoriesFor({ topics: ['rights', 'policy'] }), ['errand', 'wish']);
  assert.ok(categoriesFor({ topics: ['safety', 'fraud', 'care', 'mediation'] }).length <= 4);
});

test('a class that does not take place leads to nothing', () => {
  const session = sampleSession(NOW, { capacity: 2, elderOpen: 0 });
  assert.equal(isRelayTime({ ...session, state: 'running' }, session.endsAt - 60_000), true);
  assert.equal(isRelayTime({ ...session, state: 'cancelled' }, session.endsAt), false);
  assert.equal(isRelayTime(session, session.startsAt), false);
});
