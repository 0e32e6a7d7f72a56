import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStreet, type Street } from './support/street';

describe('师资 and 六有, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('the office adds a teacher, checks a point of the venue; residents find a place by their community, see empty places and what is lit, and the teacher only after their own word [S13] [S18] [S19] [S34] [S37]', async () => {
    const office = await street.phone('office');
    await office.goto('/packages/school/teaching/teaching');
    await office.tap({ word: '添一位讲师' });
    await office.fill('teaching-name', '样例新讲师');
    await office.tap({ word: '选派' });
    await office.tap({ word: '特邀教师' });
    await office.tap('teaching-store');
    await office.see('添上了');
    await office.see('待本人同意');

    const handover = String(await office.data('handover'));
    await office.goto('/packages/school/venue/venue?id=main');
    await office.see('校务委员 2 位');
    await office.tap('venue-point');
    await office.see('查过，有');
    await office.see('配套五项还差 4 项');

    // The places by the community that one picks by hand: how to get in, what is on today, the code at the door.
    const phone = await street.phone('resident');
    await phone.goto('/packages/school/venues/venues');
    await phone.see('源课堂');
    const all = await phone.count('venues-venue');
    await phone.tap({ word: '建国社区' });
    assert.ok((await phone.count('venues-venue')) < all);
    await phone.tap({ word: '建国社区党群服务中心' });
    for (const words of ['今天的课', '好不好进', '门口的码']) await phone.see(words);
    await phone.find('venue-poster');
    await phone.goto('/packages/school/venue/venue?id=main');
    await phone.see('配套五项还差 4 项');
    await phone.goto('/packages/school/faculty/faculty');
    await phone.see('还有 29 位的名单待填写');
    await phone.unsee('样例新讲师');

    // 本人同意: with the code that was handed over, on the teacher's own phone; then when there is time.
    const code = handover.split('：').at(-1) ?? '';
    const teacher = await street.phone('member');
    await teacher.goto('/packages/school/teaching/teaching');
    await teacher.fill('teaching-code', code);
    await teacher.tap('teaching-agree');
    await teacher.see('样例新讲师');
    await teacher.tap('teaching-slots');
    await teacher.tap({ test: 'free-slot', nth: 0 });
    await teacher.tap('teaching-store-slots');
    await teacher.unsee('没说，哪天都行');
    await phone.reLaunch('/packages/school/faculty/faculty');
    await phone.see('样例新讲师');
    assert.deepEqual(await street.problems(), []);
  });
});
