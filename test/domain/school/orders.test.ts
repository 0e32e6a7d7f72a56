import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import type { Course } from '../../../cloudfunctions/school/course/model';
import {
  branchesOf,
  enough,
  headsOf,
  served,
  unserved,
  withOrder,
  withoutOrders,
} from '../../../cloudfunctions/school/course/orders';
import { sampleCourses } from '../../../database/seed/samples/courses';

const NOW = Date.UTC(2026, 10, 25, 2);
const [sample] = sampleCourses(NOW);
assert.ok(sample);
const course: Course = sample;
let rids = 0;
function by(person: string) {
  rids += 1;
  return { now: NOW, rid: `r${rids}`, by: person, settings: DEFAULT_SETTINGS, invocation: 'test' };
}
const facts = { sessionId: 's1', startsAt: NOW, venueName: null, signUpAt: null };

test('whatever is ordered and taken back, a course is in the pool exactly while it has enough [S39]', () => {
  const command = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    branch: fc.option(
      fc.record({
        name: fc.constantFrom('一支部', '一 支部', '二支部'),
        size: fc.integer({ min: 1, max: 6 }),
      }),
    ),
    ordered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let doc = course;
      for (const { person, branch, ordered } of commands) {
        doc = withOrder(doc, ordered, branch, by(person));
        const heads = headsOf(doc.orders);
        assert.equal(doc.pooledAt !== undefined, heads >= enough(doc, DEFAULT_SETTINGS));
        assert.ok(branchesOf(doc.orders).length <= 2, 'spaces make no other branch');
        const again = withOrder(doc, ordered, branch, by(person));
        assert.equal(again, doc, 'saying it twice says it once');
      }
      const done = served(doc, facts, by('system'));
      assert.equal(done.orders.length, 0);
      const people = new Set(doc.orders.map(({ personId }) => personId));
      assert.equal(done.effects.length - doc.effects.length, people.size, 'one message each');
      const back = unserved(done, 's1', by('system'));
      assert.deepEqual(back.orders, doc.orders);
      assert.equal(back.pooledAt !== undefined, doc.pooledAt !== undefined);
      const without = withoutOrders(back, 'a', by('system'));
      assert.ok(!without.orders.some(({ personId }) => personId === 'a'));
    }),
  );
});

test('without a number of its own a course follows the setting', () => {
  assert.equal(enough({}, { ...DEFAULT_SETTINGS, orderPool: 3 }), 3);
  assert.equal(enough(course, { ...DEFAULT_SETTINGS, orderPool: 3 }), course.minimum);
});
