import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Phone } from './support/phone';
import { openStreet, type Street } from './support/street';

describe('行走的党课, on the phones', () => {
  let street: Street;
  let phone: Phone;
  before(async () => {
    street = await openStreet();
    phone = await street.phone('member');
  });
  after(() => street.close());

  test('a group finds the route, books a day, the storyteller says yes and then rests; nobody can book that month [S20] [S23]', async () => {
    await phone.goto('/pages/school/school');
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
    await phone.tap({ word: '约一回' });
    await phone.tap({ word: monthWord(street.town.clock.now(), 0) });
    await phone.see('歇着。换个月');
    await phone.gone('book-day');
    assert.deepEqual(await street.problems(), []);
  });

  test('another storyteller is one tap away where one rests, and where the last place of a month went while the form was open [S20] [S23]', async () => {
    const { town } = street;
    const { code } = await town.as('office').call('route.invite', { id: 'stop-lin' });
    await town.as('elder').call('route.agree', { code });
    await phone.reLaunch('/packages/school/book/book?route=silver_talk&stop=stop-sample');
    await phone.tap({ word: monthWord(town.clock.now(), 0) });
    await phone.see('歇着。换个月，能约林万生');

    // Next month is open and a day of it chosen; meanwhile others take what the month still gives.
    await phone.tap({ word: monthWord(town.clock.now(), 1) });
    await phone.tap('book-day');
    await phone.fill('book-group', '样例支部');
    await phone.fill('book-size', '6');
    await phone.tap({ word: '建国社区' });
    await phone.gone('book-month-note');
    const { months } = await town.as('office').call('route.stop', { id: 'stop-sample' });
    const left = months[1]?.left ?? 0;
    assert.ok(left > 0);
    for (let taken = 0; taken < left; taken += 1) {
      const day = dayIn(town.clock.now(), 1, 20 + taken);
      const group = { half: 'morning', size: 6, group: '样例街坊', communityId: 'jianguo' } as const;
      await town.as('resident').call('walk.book', { stopId: 'stop-sample', day, ...group });
    }
    await phone.tap({ word: '约这天' });
    await phone.see('这个月约满了，换个月，或者约别的站');
    await phone.see('约满了。换个月，能约林万生');
    await phone.gone('book-day');

    await phone.tap({ word: '约林万生' });
    await phone.gone('book-month-note');
    await phone.unsee('这个月约满了');
    await phone.tap('book-day');
    await phone.tap({ word: '约这天' });
    await phone.at('packages/school/walk/walk');
    for (const words of ['林万生', '等本人回话']) await phone.see(words);
    assert.deepEqual(await street.problems(), []);
  });
});

/** A day of a month that is so many ahead, in China. */
function dayIn(now: number, ahead: number, day: number): number {
  const today = new Date(now + 8 * 3_600_000);
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, day, 4);
}

/** 11月, or the month that is so many ahead. */
const monthWord = (now: number, ahead: number) => `${new Date(dayIn(now, ahead, 1)).getUTCMonth() + 1}月`;
