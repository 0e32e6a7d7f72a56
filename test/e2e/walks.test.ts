import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStreet, type Street } from './support/street';

describe('行走的党课, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('a group finds the route, books a day, the storyteller says yes and then rests; nobody can book that month [S20] [S23]', async () => {
    const phone = await street.phone('member');
    await phone.reLaunch('/pages/school/school');
    await phone.tap({ word: '行走的党课' });
    await phone.at('packages/school/routes/routes');
    await phone.tap('routes-silver_talk');
    await phone.at('packages/school/route/route');
    for (const words of ['邹本祯', '待本人同意', '样例讲述人', '住哪儿、咋联系，这儿不写'])
      await phone.see(words);
    await phone.tap({ word: '约一回' });
    await phone.at('packages/school/book/book');
    await phone.tap('book-day');
    await phone.fill('book-group', '样例支部');
    await phone.fill('book-size', '6');
    await phone.tap({ word: '建国社区' });
    await phone.tap({ word: '约这天' });
    await phone.at('packages/school/walk/walk');
    await phone.see('等本人回话');

    const teller = await street.phone('storyteller');
    await teller.goto('/packages/school/telling/telling');
    await teller.tap('telling-asked');
    await teller.see('样例支部');
    await teller.tap({ word: '行，让他们来' });
    await teller.see('答应了');
    await phone.goto('/packages/school/routes/routes');
    await phone.see('约好了');

    await teller.goto('/packages/school/telling/telling');
    await teller.tap({ word: '这个月歇歇' });
    await teller.see('歇着吧');
    await phone.goto('/packages/school/route/route?code=silver_talk');
    await phone.see('这个月歇歇');
    assert.deepEqual(await street.problems(), []);
  });
});
