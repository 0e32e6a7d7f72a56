import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import { wish } from '../functions/wish';
import { allow } from './support/permission';
import { openStreet, type Street } from './support/street';

describe('lessons that come to people, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('five questions by tap, a package that says why, and the switch that turns it off [S43] [S44]', async () => {
    const phone = await street.phone('resident');
    await phone.goto('/packages/school/menu/menu');
    await phone.tap('for-you-ask');
    await phone.at('packages/school/survey/survey');
    await phone.fill('survey-words', '晚上有空');
    await phone.tap('survey-skills-mediation');
    await phone.tap('survey-hand-in');
    await phone.see('给您配的一套');
    await phone.see('因为您选了“劝架调解”');
    await phone.tap('survey-switch');
    await phone.see('不配了');
    await phone.unsee('给您配的一套');
    assert.deepEqual(await street.problems(), []);
  });

  test('the same by voice: refused the microphone one taps on, allowed it one hears oneself, and the office hears it without a name [S43]', async () => {
    const microphone = 'own-voice-speak';
    const other = await street.phone('elder', { device: 'elder-home' });
    await other.goto('/packages/school/survey/survey');
    await other.tap('own-voice-open');
    await other.tap(microphone);
    await other.tap('privacy-refuse');
    await other.tap('privacy-done');
    await other.see('不给麦克风也行');
    await other.tap('survey-times-evening');
    await other.tap('survey-hand-in');
    await other.see('记下了');

    const phone = await street.phone('member', { device: 'member-home' });
    await phone.goto('/packages/school/survey/survey');
    await phone.tap('own-voice-open');
    await phone.tap(microphone);
    await allow(phone);
    if (!(await phone.words()).includes('最多说')) await phone.tap(microphone);
    await phone.see('最多说');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await phone.tap(microphone);
    await phone.see('听一遍');
    await phone.tap('survey-hand-in');
    await phone.see('记下了');

    const office = await street.phone('office', { device: 'office-reads' });
    await office.goto('/packages/academic/desk/desk');
    await office.tap('academic-needs');
    await office.see('原话');
    await office.see('听一遍');
    await office.unsee('样例党员');
    assert.deepEqual(await street.problems(), []);
  });

  test('an elder and a party member pair, one visit is written down by tapping, the elder says that it is right [S48] [S49]', async () => {
    const elder = await street.phone('elder', { device: 'elder-home' });
    const member = await street.phone('member', { device: 'member-home' });
    await elder.goto('/packages/school/home-lesson/home-lesson');
    await elder.tap({ word: '去结对' });
    await elder.tap({ word: '我出不了门，想有人来家里' });
    await elder.tap('pair-enlist');
    await elder.see('上名单了');
    await member.goto('/packages/school/pair/pair');
    await member.tap({ word: '我能上门，想跟老同志结对' });
    await member.tap('pair-enlist');
    await member.tap('pair-ask');
    await member.see('等人家回话');
    await elder.goto('/packages/school/pair/pair');
    await elder.tap('pair-agree');
    await elder.see('结上了');

    await member.goto('/packages/school/home-lesson/home-lesson');
    await member.tap('home-lesson-book');
    await member.tap('visit-day-0');
    await member.tap('visit-main');
    await member.see('定好了');
    await member.tap({ word: '到了，坐下了' });
    await member.tap('visit-word-learned');
    await member.tap('visit-main');
    await member.see('等老人家看');

    await elder.goto('/packages/school/home-lesson/home-lesson');
    await elder.tap('home-lesson-visit');
    await elder.see('念了一段报');
    await elder.tap('visit-main');
    await elder.see('齐了');
    await elder.goto('/packages/school/hours/hours');
    await elder.see('学时的事，您不用管');
    await elder.tap('hours-switch');
    await elder.see('1 学时');
    assert.deepEqual(await street.problems(), []);
  });

  test('the family says that it is right: the daughter whom the mother lets confirm opens the news and gives the word [S48]', async () => {
    const { town } = street;
    const [pair] = (await town.as('member').call('pair.list', {})).pairs;
    const agreed = { progress: true, speak: false, confirm: true };
    const { code } = await town.as('elder').call('family.offer', { agreed });
    await town.as('daughter').call('family.bind', { code });
    const at = town.clock.now() + MINUTE;
    const { id } = await town.as('member').call('home_lesson.book', { pairId: pair?.id ?? '', at });
    await town.as('member').call('home_lesson.start', { id });
    const columns = { learned: '念了两页报', done: '', missing: '' };
    await town.as('member').call('home_lesson.record', { id, columns, audio: null, request: null });

    const daughter = await street.phone('daughter');
    await daughter.goto('/packages/people/inbox/inbox');
    await daughter.tap({ word: '样例长者的事记好了' });
    await daughter.at('packages/school/home-visit/home-visit');
    await daughter.see('念了两页报');
    await daughter.see('等您一句话');
    await daughter.tap({ word: '替老人说：记得对' });
    await daughter.see('齐了');
    await daughter.goto('/packages/school/home-lesson/home-lesson');
    await daughter.gone('home-lesson-family');
    // The member hears from whom the word came, and the elder finds the visit among what was.
    const { items } = await town.as('member').call('me.inbox', { after: null });
    assert.ok(items.some(({ title }) => title === '老人的家里人说记得对'));
    const { past } = await town.as('elder').call('home_lesson.list', {});
    assert.ok(past.some((one) => one.id === id && one.state === 'confirmed'));
    assert.deepEqual(await street.problems(), []);
  });

  test('a recorded lesson says honestly that there is no recording yet, and leads to talking it over [S50]', async () => {
    const phone = await street.phone('resident', { device: 'resident-recorded' });
    await phone.goto('/packages/school/recorded/recorded');
    await phone.tap('recorded-lesson');
    await phone.see('视频待填写');
    await phone.tap('recording-talk');
    await phone.see('点上了');
    assert.deepEqual(await street.problems(), []);
  });

  test('at the end of a class a neighbour’s wish is taken from it', async () => {
    const { town } = street;
    const { id } = await town.as('elder').call('request.submit', wish);
    const publicText = '想有人上门剪头发';
    await town
      .as('dispatcher')
      .call('request.publish', { id, title: '剪头发', publicText, category: 'elder_care' });
    const { endsAt, courseId } = await town.as('resident').call('session.get', { id: 's-now' });
    await street.pass(endsAt - town.clock.now() - 10 * MINUTE);
    const phone = await street.phone('member', { device: 'member-relay' });
    await phone.goto('/packages/school/session/session?id=s-now');
    await phone.see('学了就用');
    await phone.tap('relay-wish');
    await phone.tap('wish-take');
    await phone.tap('wish-day-0');
    await phone.tap('wish-promise');
    await phone.at('packages/service/helping/helping');
    for (const command of ['request.contact', 'request.deliver'] as const)
      await town.as('member').call(command, { id, note: '' });
    await town.as('elder').call('request.confirm', { id, level: null, words: '' });
    await phone.goto(`/packages/school/course/course?id=${courseId}`);
    await phone.see('街坊点头说办好了 1 件');
    assert.deepEqual(await street.problems(), []);
  });
});
