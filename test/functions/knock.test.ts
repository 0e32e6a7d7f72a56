import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { wish } from './wish';

let t: Town;
before(async () => {
  t = await town();
});
after(() => t.close());

test('household, visitor and desk know the same four digits of the day; a stranger none, and after the visit nobody [S68]', async () => {
  const { id } = await t.as('elder').call('request.submit', { ...wish, kind: 'grid', text: '水管漏了' });
  const of = async (who: string) => (await t.as(who).call('request.get', { id })).knock;
  assert.equal(await of('elder'), null, 'nobody comes yet');
  await t.as('dispatcher').call('request.dispatch', {
    id,
    title: '水管漏水',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  assert.equal(await of('grid'), null, 'not accepted yet');
  await t.as('grid').call('request.accept', { id });

  const household = await of('elder');
  assert.match(household?.code ?? '', /^\d{4}$/);
  assert.deepEqual(await of('grid'), household);
  assert.deepEqual(await of('dispatcher'), household, 'who is telephoned in doubt');
  assert.equal((await t.as('resident').refused('request.get', { id })).code, 'NOT_FOUND');
  assert.ok((household?.until ?? 0) > t.clock.now() && (household?.until ?? 0) <= t.clock.now() + DAY);

  await t.pass(DAY);
  assert.notEqual((await of('elder'))?.code, household?.code);
  await t.as('grid').call('request.start', { id, note: '到了' });
  await t.as('grid').call('request.complete', { id, note: '接好了' });
  assert.equal(await of('elder'), null);
});
