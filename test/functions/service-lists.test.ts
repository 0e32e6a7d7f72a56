import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ActionName, InputOf } from '@contract/actions';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import type { Plan } from '../../local/cloud';
import * as scenes from '../proof/rows/scenes';
import { type ProofTown, proofTown } from '../proof/support/proof-town';

/**
 * Every list of services is one call and served by indexes: ten times as much of what is over, of the same people
 * in the same community, lets no list look at one document more. (`bench scale` measures the times at a million.)
 */
const OVER = 400;

interface List {
  by: string;
  name: ActionName;
  input: InputOf<ActionName>;
}
const list = <Name extends ActionName>(by: string, name: Name, input: InputOf<Name>): List => ({
  by,
  name,
  // Held to the name by the signature above.
  input: input as InputOf<ActionName>,
});

const LISTS: readonly List[] = [
  list('elder', 'request.mine', {}),
  list('elder', 'trip.coming', {}),
  list('elder', 'me.inbox', { after: null }),
  list('daughter', 'family.matters', { personId: 'sample_elder' }),
  list('resident', 'wish.wall', { after: null }),
  list('resident', 'activity.list', { teamId: 'wish', after: null }),
  list('resident', 'award.board', { after: null }),
  list('resident', 'catalogue.list', {}),
  list('resident', 'notice.list', { communityId: null }),
  list('resident', 'complaint.mine', {}),
  list('member', 'request.helping', {}),
  list('member', 'hours.mine', {}),
  list('member', 'sesame.get', {}),
  list('grid', 'grid.board', {}),
  list('grid', 'trip.options', {}),
  list('grid', 'trip.mine', {}),
  list('liaison', 'grid.board', {}),
  list('dispatcher', 'desk.triage', { communityId: null }),
  list('dispatcher', 'desk.load', { communityId: null }),
  list('dispatcher', 'desk.approvals', {}),
  list('dispatcher', 'desk.callbacks', { communityId: null }),
  list('dispatcher', 'danger.list', { communityId: null }),
  list('dispatcher', 'rating.desk', { communityId: null }),
  list('dispatcher', 'trip.desk', { communityId: null }),
  list('dispatcher', 'complaint.desk', {}),
  list('dispatcher', 'award.desk', {}),
  list('auditor', 'complaint.desk', {}),
  list('committee', 'desk.approvals', {}),
];

describe('lists of services, a long history later', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
    const bond = { progress: true, speak: true, confirm: true };
    const { code } = await t.as('elder').call('family.offer', { agreed: bond });
    await t.as('daughter').call('family.bind', { code });
    for (const scene of [scenes.confirmed, scenes.hung, scenes.claimed, scenes.processing, scenes.blown])
      await scene(t);
    // Some of everything is over.
    const { id } = await t.as('resident').call('request.submit', { ...scenes.wish, kind: 'grid' });
    await t.as('resident').call('request.withdraw', { id });
    await t.as('grid').call('trip.plan', {
      communityId: 'jianguo',
      at: t.clock.now() + HOUR,
      matters: [],
      buildings: ['样例楼 1 栋'],
    });
    const [trip] = (await t.as('grid').call('trip.mine', {})).open;
    await t.as('grid').call('trip.cancel', { id: trip?.id ?? '' });
    const said = { subject: 'service', words: '等到下午', requestId: null, communityId: 'jianguo' } as const;
    const { code: of } = await t.as('resident').call('complaint.put', { ...said, anonymous: false });
    await t.as('resident').call('complaint.take_back', { code: of });
    // What is open is older than all of what follows.
    await t.clock.advance(200 * DAY);
    await lived(OVER);
  });
  after(() => t.close());

  /** As many more of what is over, a little newer each, under other ids. */
  let round = 0;
  async function lived(many: number): Promise<void> {
    round += 1;
    const over: Readonly<Record<string, object>> = {
      requests: { open: false, desk: 'none', wall: false },
      trips: { state: 'cancelled' },
      complaints: { turn: 'none' },
      inbox: { callback: null },
    };
    for (const [name, where] of Object.entries(over)) {
      const documents = t.store
        .find(name, {}, { limit: 1000 })
        .documents.filter((one) => Object.entries(where).every(([field, value]) => one[field] === value));
      assert.ok(documents.length > 0, `there is something over in ${name}`);
      const more = Array.from({ length: many }, (_, n) => {
        const one = documents[n % documents.length] ?? {};
        const at = t.clock.now() - (many - n) * HOUR;
        const code = 'code' in one ? { code: `${round}-${n}` } : {};
        return { ...one, ...code, _id: `${name}-${round}-${n}`, createdAt: at, updatedAt: at, wakeAt: null };
      });
      for (let from = 0; from < more.length; from += 100) t.store.insert(name, more.slice(from, from + 100));
    }
  }

  async function plansOf({ by, name, input }: List): Promise<Plan[]> {
    const plans: Plan[] = [];
    const stop = t.onPlan((plan) => plans.push(plan));
    await t.as(by).call(name, input);
    stop();
    return plans;
  }
  const examined = (plans: readonly Plan[]) => plans.reduce((sum, plan) => sum + plan.examined, 0);

  test('ten times what is over: no list looks at more, none scans, and each knows its index', async () => {
    const before = new Map<List, number>();
    for (const one of LISTS) before.set(one, examined(await plansOf(one)));
    await lived(9 * OVER);
    for (const one of LISTS) {
      const plans = await plansOf(one);
      const what = `${one.by} ${one.name}`;
      for (const plan of plans) {
        assert.notEqual(plan.kind, 'COLLSCAN', what);
        assert.ok(plan.kind !== 'IXSCAN' || plan.index !== null, `${what}: ${plan.collection} has no index`);
      }
      const [then, now] = [before.get(one) ?? 0, examined(plans)];
      assert.ok(now <= then + 2, `${what} looked at ${then} documents, and now at ${now}: ${shown(plans)}`);
    }
  });

  test('an old matter that is still open is buried by nothing: not by forty newer ones, and what was done last comes first', async () => {
    const { open } = await t.as('elder').call('request.mine', {});
    assert.ok(open.length >= 3, 'among 4,000 that are over');
    const { done } = await t.as('grid').call('grid.board', {});
    const { ended } = await t.as('member').call('request.helping', {});
    for (const cards of [done, ended]) {
      const times = cards.map(({ id }) => {
        const [request] = t.store.find('requests', { _id: id }, { limit: 1 }).documents;
        return Number(request?.['updatedAt']);
      });
      assert.deepEqual(
        times,
        [...times].sort((a, b) => b - a),
      );
    }
  });

  test('what waits for somebody’s word is hidden by nothing: not by a hundred and twenty that are open and newer', async () => {
    const [one] = t.store.find('requests', { people: 'sample_elder', open: true }, { limit: 1 }).documents;
    const now = t.clock.now();
    const copy = (id: string, updatedAt: number, state: string) => ({
      ...one,
      ...{ _id: id, state, updatedAt, wakeAt: null, desk: 'none' },
      beneficiary: { ...(one?.['beneficiary'] ?? {}), personId: 'sample_elder' },
    });
    t.store.insert('requests', [copy('waits', now - 90 * DAY, 'need_info')]);
    const newer = Array.from({ length: 120 }, (_, n) => copy(`newer-${n}`, now - n * HOUR, 'claimed'));
    for (let from = 0; from < newer.length; from += 40)
      t.store.insert('requests', newer.slice(from, from + 40));

    const elder = t.as('elder');
    const { matter } = await elder.call('home.get', { communityId: null });
    assert.equal(matter?.link, '/packages/service/request/request?id=waits');
    assert.equal(matter.tag, '等您一句话');
    const { open } = await elder.call('request.mine', {});
    assert.ok(
      open.slice(0, 10).some(({ id }) => id === 'waits'),
      'before what only goes on',
    );
    const theirs = await t.as('daughter').call('family.matters', { personId: 'sample_elder' });
    assert.ok(theirs.open.some(({ id }) => id === 'waits'));
  });

  test('a desk’s list is cut off only among what is its own, and who looks after the building is always among the helpers', async () => {
    const now = t.clock.now();
    const far = (name: string, many: number, fields: object) => {
      const [one] = t.store.find(name, {}, { limit: 1 }).documents;
      const more = Array.from({ length: many }, (_, n) => ({
        ...one,
        ...{ _id: `far-${name}-${n}`, code: `far${n}`, communityId: 'second', wakeAt: null, people: [] },
        ...fields,
      }));
      t.store.insert(name, more);
    };
    far('complaints', 60, { turn: 'desk', state: 'received', promisedFor: now });
    const said = { subject: 'service', words: '等到下午', requestId: null, communityId: 'jianguo' } as const;
    await t.as('resident').call('complaint.put', { ...said, anonymous: true });
    const complaints = await t.as('dispatcher').call('complaint.desk', {});
    assert.equal(complaints.items.length, 1, 'sixty of another community, due earlier, are not in its way');

    const nominated = { kind: 'volunteer', name: '样例街坊', words: '替楼上买菜' } as const;
    const { id } = await t
      .as('resident')
      .call('award.nominate', { ...nominated, fields: [], communityId: 'jianguo' });
    far('nominations', 30, { state: 'nominated', updatedAt: now - DAY });
    const awards = await t.as('dispatcher').call('award.desk', {});
    assert.ok(awards.items.some((one) => one.id === id));

    far('persons', 40, { grants: [{ role: 'member', scope: 'jianguo' }], roleKeys: ['member:jianguo'] });
    const [here] = t.store.find('requests', { communityId: 'jianguo', open: true }, { limit: 1 }).documents;
    const { items } = await t.as('dispatcher').call('desk.helpers', { id: String(here?._id) });
    assert.ok(items.some(({ role }) => role === 'grid_worker'));
  });

  const shown = (plans: readonly Plan[]) =>
    plans.map((plan) => `${plan.collection} by ${plan.index} ${plan.examined}/${plan.returned}`).join(', ');
});
