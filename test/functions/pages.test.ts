import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ActionName, InputOf } from '@contract/actions';
import { DAY } from '../../cloudfunctions/core/calendar';
import { LIMITS } from '../../miniprogram/contract/limits';
import { type Town, town } from '../support/town';
import { wish } from './wish';

/**
 * Lists that go on page by page. Ten classes begin at seven o'clock: a page that ends among them goes
 * on with the next of them, and nobody is passed over or shown twice.
 */
interface List {
  by: string;
  collection: string;
  /** What the list is sorted by, and what is in it. */
  field: string;
  within: Readonly<Record<string, unknown>>;
  read(t: Town, after: string | null): Promise<{ ids: string[]; next: string | null }>;
}

const list = <Name extends ActionName>(
  by: string,
  name: Name,
  input: (after: string | null) => InputOf<Name>,
  stored: Pick<List, 'collection' | 'field' | 'within'>,
): List & { name: Name } => ({
  by,
  name,
  ...stored,
  async read(t, after) {
    // Each of the lists below answers so; a power is known by whose it is.
    const { items, next } = (await t.as(by).call(name, input(after))) as {
      items: { id?: string; personId?: string }[];
      next: string | null;
    };
    return { ids: items.map((one) => one.id ?? one.personId ?? ''), next };
  },
});

const onward = (after: string | null) => ({ after });
const LISTS = [
  list('stranger', 'session.list', (after) => ({ program: null, venueId: null, communityId: null, after }), {
    collection: 'sessions',
    field: 'startsAt',
    within: { shelf: 'coming' },
  }),
  list('stranger', 'activity.list', (after) => ({ teamId: 'scissors', after }), {
    collection: 'activities',
    field: 'startsAt',
    within: { shelf: 'coming', teamId: 'scissors' },
  }),
  list('stranger', 'wish.wall', onward, {
    collection: 'requests',
    field: 'wallOrder',
    within: { wall: true },
  }),
  list('stranger', 'award.board', onward, {
    collection: 'nominations',
    field: 'decidedAt',
    within: { state: 'commended' },
  }),
  list('resident', 'me.inbox', onward, {
    collection: 'inbox',
    field: 'createdAt',
    within: { personId: 'sample_resident' },
  }),
  list('auditor', 'role.trail', onward, { collection: 'grants', field: 'updatedAt', within: {} }),
];

/** More than a page of the same value, and stored in no order of their ids. */
const SAME = LIMITS.page * 2 + 3;

describe('lists that go on, page by page', () => {
  let t: Town;
  before(async () => {
    t = await town();
    await t.as('resident').call('session.take', { id: 's-night-2' });
    await t.as('host').call('session.cancel', { id: 's-night-2', reason: '停电' });
    await t.as('elder').call('request.submit', wish);
    await t.as('resident').call('award.nominate', {
      kind: 'grid_worker',
      fields: ['hazard'],
      name: '样例王大姐',
      words: '下雪天先去看独居的',
      communityId: 'jianguo',
    });
  });
  after(() => t.close());

  for (const { name, collection, field, within, read } of LISTS) {
    test(`${name}: of ${SAME} that share three values every one is shown once`, async () => {
      const value = t.clock.now() + (field === 'startsAt' ? DAY : -DAY);
      const [first] = t.store.find(collection, {}, { limit: 1 }).documents;
      const one: Readonly<Record<string, unknown>> = { ...first, ...within, [field]: value };
      const ids = Array.from({ length: SAME }, (_, n) => `same-${String((n * 7) % SAME).padStart(2, '0')}`);
      const holding = (id: string) =>
        Array.isArray(one['holdings']) ? { holdings: [{ ...one['holdings'][0], personId: id }] } : {};
      t.store.insert(
        collection,
        ids.map((_id, n) => ({ ...one, ...holding(_id), _id, [field]: value + (n % 3), wakeAt: null })),
      );
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await read(t, after);
        assert.ok(page.ids.length > 0, 'no page is empty');
        // One document can say two things of powers.
        assert.ok(collection === 'grants' || page.ids.length <= LIMITS.page, `${page.ids.length} on a page`);
        seen.push(...page.ids);
        after = page.next;
        if (after === null) break;
      }
      const shown = seen.filter((id) => ids.includes(id));
      assert.equal(new Set(shown).size, shown.length, 'none twice');
      assert.deepEqual(
        ids.filter((id) => !seen.includes(id)),
        [],
        `none passed over, by ${field}`,
      );
    });
  }
});
