import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

describe('asking, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const publish = {
    title: '上门理发',
    publicText: '一位老人想剪头发，腿脚不便，下不了楼',
    category: 'elder_care',
  } as const;

  test('a wish goes from the first word to the resident’s “solved”, and everybody sees who, what next, until when [S63]', async () => {
    const [elder, desk, member] = [t.as('elder'), t.as('dispatcher'), t.as('member')];
    const mine = await elder.call('request.submit', wish);
    assert.equal(mine.stage, 'received');
    assert.ok(mine.lines.whenText !== '');
    assert.deepEqual(mine.next, ['withdraw']);

    const { waiting } = await desk.call('desk.triage', { communityId: null });
    assert.ok(waiting.some((task) => task.id === mine.id));
    await desk.call('request.publish', { id: mine.id, ...publish });
    const { items } = await t.as('stranger').call('wish.wall', { after: null });
    const hung = items.find((item) => item.id === mine.id);
    assert.equal(hung?.text, publish.publicText);
    const wall = JSON.stringify(items);
    for (const secret of ['402', '13912345678', '样例长者', '样例楼', '剪头发，下'])
      assert.equal(wall.includes(secret), false, secret);

    const claimed = await member.call('request.claim', { id: mine.id, promisedFor: t.clock.now() + 2 * DAY });
    assert.equal(claimed.work?.hasPhone, true);
    assert.equal(JSON.stringify(claimed).includes('13912345678'), false, 'the number only on asking');
    const { value } = await member.call('request.reveal', { id: mine.id, field: 'phone' });
    assert.equal(value, '13912345678');
    const seen = await elder.call('request.get', { id: mine.id });
    assert.equal(seen.lines.who?.name, '样例党员甲');
    assert.match(seen.lines.whenText, /前$/);

    await member.call('request.contact', { id: mine.id, note: '' });
    await member.call('request.progress', { id: mine.id, note: '约好周六上午' });
    await member.call('request.deliver', { id: mine.id, note: '剪好了' });
    const asked = await elder.call('request.get', { id: mine.id });
    assert.equal(asked.stage, 'your_word');
    assert.equal(asked.rating, null, 'nothing is preset');
    assert.ok(asked.next.includes('confirm') && asked.next.includes('reopen'));

    const open = await elder.call('request.reopen', {
      id: mine.id,
      words: '后面没剪齐',
      changePerson: false,
    });
    assert.equal(open.state, 'reopened');
    await desk.call('request.dispatch', {
      id: mine.id,
      title: '上门理发',
      category: 'elder_care',
      tier: 'normal',
      helperId: 'sample_member',
    });
    await member.call('request.contact', { id: mine.id, note: '' });
    await member.call('request.deliver', { id: mine.id, note: '' });
    const solved = await elder.call('request.confirm', { id: mine.id, level: null, words: '' });
    assert.equal(solved.stage, 'done');
    assert.equal(solved.rating?.level, null, 'said solved, gave no level');
    const rated = await elder.call('request.rate', { id: mine.id, level: 4, words: '挺好' });
    assert.equal(rated.rating?.level, 4);
    assert.ok(solved.history.length >= 9, 'the timeline is complete');
  });

  test('the helper neither confirms nor rates, and does not see the level they were given', async () => {
    const mine = await t.as('elder').call('request.submit', { ...wish, text: '想要个放大镜' });
    await t.as('dispatcher').call('request.publish', { id: mine.id, ...publish });
    const own = await t
      .as('elder')
      .refused('request.claim', { id: mine.id, promisedFor: t.clock.now() + DAY });
    assert.equal(own.code, 'OWN_MATTER');
    const member = t.as('member');
    await member.call('request.claim', { id: mine.id, promisedFor: t.clock.now() + DAY });
    await member.call('request.contact', { id: mine.id, note: '' });
    const done = await member.call('request.deliver', { id: mine.id, note: '' });
    assert.equal(done.next.includes('confirm'), false);
    assert.equal(
      (await member.refused('request.confirm', { id: mine.id, level: 5, words: '' })).code,
      'NOT_ALLOWED',
    );
    await t.as('elder').call('request.confirm', { id: mine.id, level: 2, words: '来晚了' });
    const view = await member.call('request.get', { id: mine.id });
    assert.equal(view.rating?.level, null);
  });

  test('a wish that nobody takes in fifteen days becomes the community’s own, and one that is taken and not met comes back first', async () => {
    const mine = await t.as('resident').call('request.submit', { ...wish, text: '想学用手机挂号' });
    await t.as('dispatcher').call('request.publish', { id: mine.id, ...publish });
    await t.as('member').call('request.claim', { id: mine.id, promisedFor: t.clock.now() + DAY });
    await t.pass(7 * DAY + HOUR);
    await t.sweep();
    const back = await t.as('resident').call('request.get', { id: mine.id });
    assert.equal(back.state, 'open');
    const { items } = await t.as('resident').call('wish.wall', { after: null });
    assert.equal(items[0]?.id, mine.id, 'returned wishes hang first');
    assert.equal(items[0]?.returned, true);
    await t.pass(15 * DAY + HOUR);
    await t.sweep();
    const own = await t.as('resident').call('request.get', { id: mine.id });
    assert.equal(own.state, 'fallback');
    assert.match(own.sentence, /社区来办/);
  });

  test('an errand is dispatched, done, handed back and confirmed by who speaks for somebody else [S70]', async () => {
    const daughter = t.as('daughter');
    const mine = await daughter.call('request.submit', {
      ...wish,
      kind: 'errand',
      text: '帮我妈取个药',
      beneficiary: {
        who: 'other',
        relation: 'family',
        name: '样例老人',
        phone: '13800001111',
        building: '样例楼 3 栋',
        door: '101',
      },
    });
    assert.equal(mine.forWhom, '样例老人');
    const { items } = await t.as('dispatcher').call('desk.helpers', { id: mine.id });
    const helper = items.find((choice) => choice.role === 'grid_worker');
    assert.match(helper?.why ?? '', /归他管/);
    await t.as('dispatcher').call('request.dispatch', {
      id: mine.id,
      title: '取药',
      category: 'errand',
      tier: 'onspot',
      helperId: helper?.id ?? '',
    });
    const worker = t.as('grid');
    for (const step of ['start', 'complete', 'hand_back'] as const)
      await worker.call(`request.${step}`, { id: mine.id, note: '' });
    const asked = await daughter.call('request.get', { id: mine.id });
    assert.equal(asked.stage, 'your_word');
    await daughter.call('request.confirm', { id: mine.id, level: 5, words: '' });
    assert.equal(
      (await t.as('elder').refused('request.get', { id: mine.id })).code,
      'NOT_FOUND',
      'nobody else may know of it',
    );
  });

  test('the desk asks once, the answer goes back to it; what is not ours says where to go', async () => {
    const mine = await t.as('resident').call('request.submit', { ...wish, kind: 'errand', text: '办个证' });
    await t.as('dispatcher').call('request.ask', { id: mine.id, text: '是老年证还是残疾证？' });
    const asked = await t.as('resident').call('request.get', { id: mine.id });
    assert.equal(asked.question, '是老年证还是残疾证？');
    const { me } = await t.as('resident').call('home.get', { communityId: null });
    assert.ok(me.unread > 0);
    await t.as('resident').call('request.answer', { id: mine.id, text: '老年证' });
    const away = await t
      .as('dispatcher')
      .call('request.refer', { id: mine.id, reason: '这归区里管', whereTo: '区政务大厅', phone: '' });
    assert.match(away.sentence, /该找区政务大厅/);
    assert.equal((await t.as('resident').call('request.mine', {})).ended[0]?.id, mine.id);
  });

  test('when the content check is down nothing of a resident is lost and nothing becomes public', async () => {
    t.openApi.checkTexts = 'down';
    try {
      const mine = await t.as('elder').call('request.submit', { ...wish, text: '想找人陪着下盘棋' });
      assert.equal(mine.state, 'manual_review');
      const refused = await t.as('dispatcher').refused('request.publish', { id: mine.id, ...publish });
      assert.equal(refused.code, 'TEXT_UNCHECKED');
      assert.equal((await t.as('elder').call('request.get', { id: mine.id })).state, 'manual_review');
    } finally {
      t.openApi.checkTexts = 'pass';
    }
  });

  test('text that the check calls risky goes to a person and is never hung up as it is', async () => {
    t.openApi.checkTexts = 'risky';
    try {
      const mine = await t.as('elder').call('request.submit', { ...wish, text: '一句过不了的话' });
      assert.equal(mine.state, 'manual_review');
      assert.equal(
        (await t.as('dispatcher').refused('request.publish', { id: mine.id, ...publish })).code,
        'TEXT_REFUSED',
      );
    } finally {
      t.openApi.checkTexts = 'pass';
    }
  });

  test('the same submission three times, in sequence and at once, is one request', async () => {
    const rid = newRid();
    const before = (await t.as('resident').call('request.mine', {})).open.length;
    const one = await t.as('resident').call('request.submit', { ...wish, text: '交三遍' }, rid);
    const many = await Promise.all(
      [1, 2, 3].map(() => t.as('resident').call('request.submit', { ...wish, text: '交三遍' }, rid)),
    );
    assert.ok(many.every((view) => view.id === one.id));
    assert.equal((await t.as('resident').call('request.mine', {})).open.length, before + 1);
  });

  test('a resident withdraws without a reason, also after somebody has claimed it', async () => {
    const mine = await t.as('resident').call('request.submit', { ...wish, text: '先提一个' });
    await t.as('dispatcher').call('request.publish', { id: mine.id, ...publish });
    await t.as('member').call('request.claim', { id: mine.id, promisedFor: t.clock.now() + DAY });
    const gone = await t.as('resident').call('request.withdraw', { id: mine.id });
    assert.equal(gone.state, 'withdrawn');
    const late = await t.as('member').refused('request.contact', { id: mine.id, note: '' });
    assert.ok(late.code === 'NOT_FOUND' || late.code === 'NOT_NOW');
    const told = (await t.as('member').call('me.inbox', { after: null })).items;
    assert.match(told[0]?.text ?? '', /撤回/);
  });

  test('an accepted consent is one message of WeChat, in the morning when it was written at night', async () => {
    const fresh = await town();
    try {
      await fresh.clock.set(Date.parse('2027-03-02T22:00:00+08:00'));
      fresh.openApi.subscriptions.set('sample-elder|TOWN-PROGRESS', 1);
      await fresh.as('elder').call('me.subscribe', { answers: [{ template: 'progress', answer: 'accept' }] });
      const mine = await fresh
        .as('elder')
        .call('request.submit', { ...wish, kind: 'errand', text: '取个快递' });
      await fresh.as('dispatcher').call('request.ask', { id: mine.id, text: '哪个驿站？' });
      assert.equal(fresh.openApi.sent.length, 0, 'quiet hours');
      await fresh.pass(11 * HOUR);
      await fresh.sweep();
      assert.equal(fresh.openApi.sent.length, 1);
      await fresh.sweep();
      assert.equal(fresh.openApi.sent.length, 1, 'at most once');
    } finally {
      await fresh.close();
    }
  });
});
