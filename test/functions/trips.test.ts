import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InputOf } from '@contract/actions';
import { CONTRACT_VERSION } from '@contract/envelope';
import { DAY, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import { openidOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

async function inTown(run: (t: Town) => Promise<void>): Promise<void> {
  const t = await town();
  try {
    await run(t);
  } finally {
    await t.close();
  }
}

/** A matter of the elder, accepted by the grid worker. */
async function inHand(t: Town, building = '样例楼 1 栋', text = '水管漏了'): Promise<string> {
  const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'grid', text, building });
  await t.as('dispatcher').call('request.dispatch', {
    id,
    title: text,
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  await t.as('grid').call('request.accept', { id });
  return id;
}

const plan = (t: Town, change: Partial<InputOf<'trip.plan'>> = {}, rid?: string) =>
  t
    .as('grid')
    .call(
      'trip.plan',
      { communityId: 'jianguo', at: t.clock.now() + 2 * HOUR, matters: [], buildings: [], ...change },
      rid,
    );

const nothing = { door: '', outcome: 'met', said: '', audio: null, household: null, need: null } as const;
const told = async (t: Town, who: string) =>
  (await t.as(who).call('me.inbox', { after: null })).items.map(({ title, text }) => `${title}：${text}`);

describe('a trip to the doors', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('what lies on the way is offered as one trip: the same building, then the next; a stranger is offered nothing [S60]', async () => {
    const first = await inHand(t, '样例楼 1 栋', '水管漏了');
    const far = await inHand(t, '别处 9 栋', '门坏了');
    const near = await inHand(t, '样例楼 2 栋', '灯坏了');
    const { ways, most } = await t.as('grid').call('trip.options', {});
    assert.equal(most, 4);
    assert.deepEqual(
      ways.map((way) => way.matters.map(({ id }) => id)),
      [[first, near], [far]],
    );
    assert.doesNotMatch(JSON.stringify(ways), /\b402\b|\b139\d{8}/);
    assert.equal((await t.as('resident').refused('trip.options', {})).code, 'NOT_ALLOWED');
    const other = { communityId: 'jianguo', at: t.clock.now() + HOUR, matters: [first], buildings: [] };
    assert.equal((await t.as('member').refused('trip.plan', other)).code, 'NOT_FOUND', 'not in their hands');
    const afar = { ...other, communityId: 'second', matters: [], buildings: ['1 栋'] };
    assert.equal((await t.as('grid').refused('trip.plan', afar)).code, 'NOT_ALLOWED');
    assert.equal((await t.as('grid').refused('trip.plan', { ...other, matters: [] })).code, 'INVALID_INPUT');
  });

  test('half an hour before, household and daughter hear who comes and the digits; the visitor knows the same ones beforehand [S68]', async () => {
    const { code } = await t.as('elder').call('family.offer', {
      agreed: { progress: true, speak: true, confirm: true },
    });
    await t.as('daughter').call('family.bind', { code });
    const matter = await inHand(t);
    const trip = await plan(t, { matters: [matter], buildings: ['样例楼 2 栋'] });
    const [door, building] = trip.places;
    assert.match(door?.code ?? '', /^\d{4}$/);
    assert.match(building?.code ?? '', /^\d{4}$/);
    assert.notEqual(door?.code, building?.code);
    assert.equal(
      (await t.as('elder').call('request.get', { id: matter })).knock?.code,
      door?.code,
      'one code, one door',
    );
    assert.doesNotMatch(JSON.stringify(trip), /sample_|elder|resident/, 'who lives there is not listed');

    await t.pass(80 * MINUTE);
    assert.deepEqual(
      (await told(t, 'elder')).filter((one) => one.startsWith('有人要上门')),
      [],
    );
    await t.pass(12 * MINUTE);
    for (const [who, digits] of [
      ['elder', door?.code],
      ['daughter', door?.code],
      ['resident', building?.code],
    ] as const) {
      const news = (await told(t, who)).filter((one) => one.startsWith('有人要上门'));
      assert.equal(news.length, 1, who);
      assert.ok(news[0]?.includes(digits ?? '-'), `${who}: ${news[0]}`);
    }
    await t.sweep();
    assert.equal((await told(t, 'resident')).filter((one) => one.startsWith('有人要上门')).length, 1);

    const coming = async (who: string) => (await t.as(who).call('trip.coming', {})).items;
    assert.deepEqual(
      (await coming('elder')).map((one) => one.code),
      [door?.code],
    );
    assert.deepEqual(
      (await coming('daughter')).map((one) => [one.code, one.forWhom]),
      [[door?.code, '样例长者']],
    );
    assert.deepEqual(
      (await coming('resident')).map((one) => one.code),
      [building?.code],
    );
    assert.deepEqual(await coming('member'), []);
    const desk = await t.as('dispatcher').call('trip.desk', { communityId: null });
    assert.deepEqual(
      desk.items[0]?.doors.map((one) => one.code),
      [door?.code, building?.code],
    );
    assert.equal(
      (await t.as('dispatcher').refused('trip.desk', { communityId: 'second' })).code,
      'NOT_ALLOWED',
    );
    await t.pass(DAY);
    assert.deepEqual(await coming('elder'), [], 'the digits are good for one day');
  });

  test('an elder whom no message reaches is to be telephoned, with the digits to read out [S68]', () =>
    inTown(async (own) => {
      const matter = await inHand(own);
      const trip = await plan(own, { at: own.clock.now() + 5 * MINUTE, matters: [matter] });
      const { items } = await own.as('dispatcher').call('desk.callbacks', { communityId: null });
      const news = items.flatMap((one) => one.news).find((one) => one.title === '有人要上门');
      assert.ok(news?.text.includes(trip.places[0]?.code ?? '-'));
    }));

  test('a need at the door becomes a request in the same breath, once, of the right person, and the sentence stands in the matter [S60] [S68]', async () => {
    const matter = await inHand(t);
    const { id } = await plan(t, { matters: [matter], buildings: ['样例楼 2 栋'] });
    const input = {
      ...nothing,
      id,
      stop: matter,
      said: '阀门换好了',
      need: { kind: 'errand', text: '想请人取药' },
    } as const;
    const rid = newRid();
    const seen = await t.as('grid').call('trip.record', input, rid);
    await t.as('grid').call('trip.record', input, rid);
    await t.as('grid').call('trip.record', { ...input, need: { kind: 'wish', text: '换个说法' } });
    const [record] = seen.places[0]?.records ?? [];
    const { open } = await t.as('elder').call('request.mine', {});
    const born = open.filter((card) => card.title === '想请人取药');
    assert.deepEqual(
      born.map((card) => card.id),
      [record?.requestId],
    );
    assert.equal(
      open.some((card) => card.title === '换个说法'),
      false,
    );
    const request = await t.as('elder').call('request.get', { id: born[0]?.id ?? '' });
    assert.deepEqual([request.kind, request.channel], ['errand', 'grid']);
    assert.ok(request.next.includes('withdraw'), 'it is the elder’s own matter');
    const history = (await t.as('elder').call('request.get', { id: matter })).history;
    assert.ok(history.at(-1)?.text.includes('阀门换好了'));
    assert.ok(
      (await t.as('grid').call('request.get', { id: born[0]?.id ?? '' })).title,
      'who wrote it down follows it',
    );

    const doors = { ...nothing, id, stop: seen.places[1]?.key ?? '' };
    const unknown = await t.as('grid').call('trip.record', {
      ...doors,
      door: 'd1',
      household: { by: 'name', name: '二楼王大爷' },
      need: { kind: 'wish', text: '想有人修修收音机' },
    });
    const wished = unknown.places[1]?.records[0]?.requestId ?? '';
    const desk = await t.as('dispatcher').call('request.get', { id: wished });
    assert.deepEqual([desk.work?.person, desk.work?.building], ['二楼王大爷', '样例楼 2 栋']);
    assert.equal((await t.as('resident').refused('request.get', { id: wished })).code, 'NOT_FOUND');
  });

  test('a scanned card says whose need it is; a card of elsewhere, a void one and a made-up code are named', async () => {
    const home = { name: '样例老人', communityId: 'jianguo', phone: '', building: '样例楼 5 栋', door: '' };
    const { card } = await t.as('grid').call('household.register', home);
    const trip = await plan(t, { buildings: ['样例楼 5 栋'] });
    const at = { ...nothing, id: trip.id, stop: trip.places[0]?.key ?? '' };
    const need = { kind: 'errand', text: '想交电费' } as const;
    const by = (code: string) => ({ ...at, door: 'd1', household: { by: 'card', code } as const, need });
    assert.equal((await t.as('grid').refused('trip.record', by('00000000'))).code, 'CODE_WRONG');
    const seen = await t.as('grid').call('trip.record', by(card.code));
    const id = seen.places[0]?.records[0]?.requestId ?? '';
    assert.equal((await t.as('dispatcher').call('request.get', { id })).work?.person, '样例老人');
    await t.as('grid').call('household.void', { id: card.id, why: 'lost' });
    assert.equal(
      (await t.as('grid').refused('trip.record', { ...by(card.code), door: 'd2' })).code,
      'CARD_VOID',
    );
  });

  test('a matter that was withdrawn on the way is marked, its building and digits go, and what was found is still kept [S60]', async () => {
    const matter = await inHand(t);
    const { id } = await plan(t, { matters: [matter] });
    await t.as('elder').call('request.withdraw', { id: matter });
    const seen = (await t.as('grid').call('trip.get', { id })).places[0];
    assert.deepEqual([seen?.gone, seen?.building, seen?.code], [true, '', '']);
    const need = { kind: 'errand', text: '想请人捎点药' } as const;
    const after = await t
      .as('grid')
      .call('trip.record', { ...nothing, id, stop: matter, said: '大娘说不用了', need });
    const [found] = after.places[0]?.records ?? [];
    assert.equal(found?.said, '大娘说不用了');
    // The need is the household's and goes to the desk; to who wrote it down it opens nothing.
    const requestId = found?.requestId ?? '';
    for (const field of ['phone', 'door'] as const)
      assert.equal(
        (await t.as('grid').refused('request.reveal', { id: requestId, field })).code,
        'NOT_FOUND',
      );
    assert.equal((await t.as('elder').refused('trip.get', { id })).code, 'NOT_FOUND');
  });

  test('the digits of a matter that another one does by now are told to nobody: neither the household, nor its list, nor the desk', () =>
    inTown(async (own) => {
      const [stays, goes] = [await inHand(own), await inHand(own, '样例楼 2 栋', '灯坏了')];
      const trip = await plan(own, { matters: [stays, goes] });
      const code = trip.places[1]?.code ?? '';
      assert.match(code, /^\d{4}$/);
      await own.as('elder').call('request.withdraw', { id: goes });
      await own.pass(92 * MINUTE);
      const news = (await told(own, 'elder')).filter((one) => one.startsWith('有人要上门'));
      assert.equal(news.length, 1, news.join('\n'));
      assert.match(news[0] ?? '', /水管漏了/);
      const { items } = await own.as('elder').call('trip.coming', {});
      assert.deepEqual(
        items.map((one) => one.requestId),
        [stays],
      );
      const desk = await own.as('dispatcher').call('trip.desk', { communityId: null });
      assert.deepEqual(
        desk.items[0]?.doors.map((one) => one.code),
        [trip.places[0]?.code],
      );
    }));

  test('called off after it was announced, the households hear that nobody comes', async () => {
    const trip = await plan(t, { at: t.clock.now() + 10 * MINUTE, buildings: ['样例楼 2 栋'] });
    await t.as('grid').call('trip.cancel', { id: trip.id });
    assert.ok((await told(t, 'resident')).some((one) => one.startsWith('今天先不来了')));
    assert.equal(
      (await t.as('resident').call('trip.coming', {})).items.some((one) => one.id.startsWith(trip.id)),
      false,
    );
  });
});

describe('a phone that was without a network', () => {
  /** As the outbox sends it: with the moment when it was done. */
  async function late(t: Town, input: InputOf<'trip.record'>, occurredAt: number, rid = newRid()) {
    const call = { action: 'trip.record', input, rid, contract: CONTRACT_VERSION, occurredAt };
    const reply = (await t.invoke('api', call, { openid: openidOf('grid') })) as { ok: boolean };
    assert.ok(reply.ok, JSON.stringify(reply));
    return rid;
  }

  test('sends its doors twice, in the wrong order and after the trip was closed: each stands once, the later word counts [S68]', () =>
    inTown(async (t) => {
      const matter = await inHand(t);
      const { id } = await plan(t, { matters: [matter] });
      const start = t.clock.now();
      await t.clock.advance(3 * HOUR);
      await t.as('grid').call('trip.end', { id });
      const at = { ...nothing, id, stop: matter };
      const need = { kind: 'errand', text: '想请人取药' } as const;
      const second = await late(t, { ...at, said: '修好了', need }, start + 2 * HOUR);
      await late(t, { ...at, outcome: 'nobody', said: '家里没人' }, start + HOUR);
      await late(t, { ...at, said: '修好了', need }, start + 2 * HOUR, second);
      await t.as('grid').call('trip.start', { id });
      const trip = await t.as('grid').call('trip.get', { id });
      assert.equal(trip.state, 'ended');
      assert.deepEqual(
        trip.places[0]?.records.map((one) => one.said),
        ['修好了'],
      );
      const { open } = await t.as('elder').call('request.mine', {});
      assert.equal(open.filter((card) => card.title === '想请人取药').length, 1);
    }));
});

test('erasing reaches every trip of a visitor, however many there were on one day', () =>
  inTown(async (t) => {
    const { id } = await plan(t, { buildings: ['样例楼 1 栋'] });
    await t.as('grid').call('trip.end', { id });
    const [trip] = t.store.find('trips', { _id: id }).documents;
    const many = Array.from({ length: 59 }, (_, n) => ({
      ...trip,
      _id: `trip-${String(n).padStart(2, '0')}`,
    }));
    t.store.insert('trips', many);
    await t.as('grid').call('data.erase', { understood: true });
    await t.pass(40 * DAY);
    const left = t.store
      .find('trips', { visitorId: 'sample_grid' }, { limit: 100 })
      .documents.filter(({ who }) => (who as { name: string }).name !== '网格员');
    assert.equal(left.length, 0);
  }));

test('erasing reaches the trips: the household’s place is gone from them', () =>
  inTown(async (t) => {
    const matter = await inHand(t);
    const { id } = await plan(t, { matters: [matter], buildings: ['样例楼 1 栋'] });
    await t.as('grid').call('trip.record', { ...nothing, id, stop: matter, said: '大娘腿疼' });
    await t.as('elder').call('data.erase', { understood: true });
    await t.pass(40 * DAY);
    const trip = await t.as('grid').call('trip.get', { id });
    assert.doesNotMatch(JSON.stringify(trip.places[0]), /腿疼|水管/);
  }));
