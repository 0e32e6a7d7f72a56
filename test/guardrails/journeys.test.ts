import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { rows } from '../proof/rows/index';
import { confirmed, handled, wish } from '../proof/rows/scenes';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { proven } from '../proof/support/proven';
import { peopleWithFigures } from './compared';
import { fieldsOf } from './schema-fields';

describe('the guardrails as they are met on the way', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  test('[G4] a wish and a grid matter are done and put away without a photo, a recording or a place', async () => {
    await t.begin();
    const granted = await confirmed(t);
    const mended = await handled(t);
    await t.as('dispatcher').call('request.pass', { id: mended, note: '' });
    await t.as('resident').call('request.confirm', { id: mended, level: null, words: '' });
    await t.pass(8 * DAY);
    for (const id of [granted, mended]) {
      const [matter] = t.store.find('requests', { _id: id }).documents;
      assert.equal(matter?.['state'], 'closed', id);
      assert.equal(matter?.['audio'], null);
      assert.doesNotMatch(JSON.stringify(matter), /cloud:\/\/|photo|latitude/);
    }
  });

  test('[G5] who has told telephone, building and door once need not write them again', async () => {
    await t.begin();
    const { phone, building, door } = wish;
    await t.as('resident').call('me.update', { phone, building, door });
    const bare = { ...wish, kind: 'errand', phone: '', building: '', door: '' } as const;
    const { id } = await t.as('resident').call('request.submit', bare);
    const desk = t.as('dispatcher');
    await desk.call('request.dispatch', {
      id,
      title: '取药',
      category: 'errand',
      tier: 'normal',
      helperId: 'sample_grid',
    });
    const told = async (field: 'phone' | 'door') =>
      (await t.as('grid').call('request.reveal', { id, field })).value;
    assert.deepEqual([await told('phone'), await told('door')], [phone, door]);
    const [matter] = t.store.find('requests', { _id: id }).documents;
    assert.match(JSON.stringify(matter?.['beneficiary']), new RegExp(building));
  });

  test('[G6] nothing that can be read sets people beside each other with figures', async () => {
    const found: string[] = [];
    let read = 0;
    for (const { name, action, scene, expected } of proven) {
      if (action.kind !== 'read') continue;
      await t.begin();
      const { by, input } = await scene(t);
      assert.equal(expected.get(by), 'ok');
      const reply = await t.as(by).ask(name, input);
      assert.ok(reply.ok, name);
      read += 1;
      found.push(...peopleWithFigures(reply.output).map((where) => `${name}: ${where}`));
    }
    assert.ok(read > 60, String(read));
    assert.deepEqual(found, []);
  });

  test('[G6] no list can be put in an order of the reader’s own', () => {
    const ordered = [...table.values()].flatMap(({ name, input }) =>
      fieldsOf(input)
        .filter((field) => /^(sort|sortBy|order|orderBy|top)$/.test(field))
        .map((field) => `${name}.${field}`),
    );
    assert.deepEqual(ordered, []);
    assert.equal(Object.keys(rows).length, table.size);
  });

  test('[G8] what is said at night is heard in the morning, at noon after the rest, and danger at once', async () => {
    const heardAt = async (clock: string): Promise<string> => {
      await t.begin();
      await t.clock.set(Date.parse(`2026-05-13T${clock}:00+08:00`));
      const { id } = await t.as('elder').call('request.submit', wish);
      const earlier = t.openApi.sent.length;
      await t.as('dispatcher').call('request.ask', { id, text: '哪天方便？' });
      for (let waited = 0; waited <= 24 && t.openApi.sent.length === earlier; waited += 1)
        await t.pass(HOUR / 2);
      const at = t.openApi.sent.at(-1)?.at ?? 0;
      return new Date(at + 8 * HOUR).toISOString().slice(5, 16);
    };
    assert.deepEqual(
      [await heardAt('20:50'), await heardAt('21:00'), await heardAt('07:30'), await heardAt('12:40')],
      ['05-13T20:50', '05-14T08:00', '05-13T08:00', '05-13T14:10'],
    );
  });

  test('[G11] a promise that passes is told to the desk as a matter, and names nobody who works on it', async () => {
    await t.begin();
    const { id } = await t.as('resident').call('request.submit', { ...wish, kind: 'grid', text: '井盖松了' });
    await t.as('dispatcher').call('request.dispatch', {
      id,
      title: '井盖松了',
      category: 'hazard',
      tier: 'normal',
      helperId: 'sample_grid',
    });
    await t.as('grid').call('request.accept', { id });
    const messages = () => t.store.find('inbox', {}, { limit: 1000, sort: { _id: 1 } }).documents;
    const earlier = new Set(messages().map(({ _id }) => _id));
    for (let day = 0; day < 40; day += 1) await t.pass(DAY);
    // What nobody did: only the timer has spoken since.
    const documents = messages().filter(({ _id }) => !earlier.has(_id));
    assert.ok(
      documents.some(({ personId }) => personId === 'sample_dispatcher'),
      'the desk was told',
    );
    const names = t.store
      .find('persons', {}, { limit: 1000, sort: { _id: 1 } })
      .documents.filter((person) => JSON.stringify(person['grants']) !== '[]')
      .map((person) => String(person['name']))
      .filter((name) => name !== '');
    assert.ok(names.length > 3);
    for (const { title, text } of documents)
      for (const name of names)
        assert.ok(!`${String(title)} ${String(text)}`.includes(name), `${String(title)}: ${String(text)}`);
    for (const { text } of documents)
      assert.doesNotMatch(String(text), /(您|你)(已)?(超期|超时|逾期)|排名|通报/);
  });
});
