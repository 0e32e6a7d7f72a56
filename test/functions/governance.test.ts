import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContentBody, PolicyBody } from '@contract/content';
import { DAY } from '../../cloudfunctions/core/calendar';
import { openidOf } from '../../database/seed/samples/people';
import { COURSE } from '../proof/rows/governance';
import { newRid, type Town, town } from '../support/town';

describe('how the school is led, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const inbox = async (key: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.map(({ title, text }) => `${title} ${text}`);
  const appoint = async () =>
    (
      await t.as('office').call('matter.propose', {
        kind: 'faculty',
        subject: { kind: 'teacher', id: 'teacher-sample' },
        words: '请他来讲防骗',
      })
    ).id;

  test('the street leads; one principal, posts by name, the other members only for the desks [S25] [S26]', async () => {
    const seen = await t.as('stranger').call('committee.get', {});
    assert.equal(seen.leads, '街道党（工）委');
    assert.deepEqual(seen.members, []);
    assert.equal(seen.count, 2);
    assert.deepEqual(
      seen.posts.map(({ duty, name }) => [duty, name]),
      [
        ['街道党（工）委书记兼', '样例校务委员甲'],
        ['街道党（工）委副书记兼', '样例校务委员乙'],
      ],
    );
    const { members } = await t.as('office').call('committee.get', {});
    const other = members.find(({ post }) => post === 'vice_principal')?.id ?? '';
    const after = await t.as('office').call('committee.post', { id: other, post: 'principal' });
    assert.deepEqual(
      after.posts.map(({ post, name }) => [post, name]),
      [
        ['principal', '样例校务委员乙'],
        ['vice_principal', null],
      ],
      'the principal before is a member now, the empty post stays to be seen',
    );
    const nobody = await t.as('office').refused('committee.post', { id: 'sample_member', post: 'member' });
    assert.equal(nobody.code, 'NOT_FOUND', 'a post is for who holds the role');
  });

  test('a matter is proposed by the office and signed by each member for themself; nobody signs twice [S26]', async () => {
    const id = await appoint();
    assert.ok((await inbox('committee')).includes('有件事等您签 样例讲师'));
    const first = await t.as('committee').call('matter.sign', { id, round: 1, agrees: true, word: '' });
    assert.deepEqual([first.state, first.signed, first.quorum], ['signing', 1, 2]);
    const again = { id, round: 1, agrees: false, word: '想了想' };
    assert.equal((await t.as('committee').refused('matter.sign', again)).code, 'SIGNED_ALREADY');
    assert.equal((await t.as('office').refused('matter.sign', again)).code, 'NOT_ALLOWED');

    const last = await t
      .as('committee-b')
      .call('matter.sign', { id, round: 1, agrees: true, word: '讲得好' });
    assert.equal(last.state, 'carried');
    assert.equal(
      last.conclusion,
      '议定：师资聘任“样例讲师”，定了。同意的：样例校务委员甲、样例校务委员乙（“讲得好”）。',
    );
    const late = { id, round: 1, agrees: true, word: '' };
    assert.equal((await t.as('committee').refused('matter.sign', late)).code, 'NOT_NOW');
    assert.ok((await inbox('office')).includes('校务委员会同意了 样例讲师'));
    const { items } = await t.as('office').call('matter.subjects', { kind: 'faculty' });
    assert.deepEqual(items, [], 'who is appointed is not proposed again');
    const { teachers } = await t.as('stranger').call('faculty.list', {});
    assert.equal(teachers[0]?.appointed, true);
  });

  test('new words ask everybody anew, and who read the old ones is told; a dissent stays in the record', async () => {
    const stop = { kind: 'takedown', subject: { kind: 'course', id: 'c-food' }, words: '先停' } as const;
    const { id } = await t.as('office').call('matter.propose', stop);
    await t.as('committee').call('matter.sign', { id, round: 1, agrees: false, word: '没说清为啥' });
    const amended = await t.as('office').call('matter.amend', { id, words: '标签的规定改了，先停' });
    assert.deepEqual([amended.round, amended.voices.length], [2, 0]);
    assert.deepEqual(amended.earlier[0]?.voices[0]?.word, '没说清为啥');
    const old = { id, round: 1, agrees: true, word: '' };
    assert.equal((await t.as('committee').refused('matter.sign', old)).code, 'WORDS_CHANGED');
    const silent = { id, round: 2, agrees: false, word: '' };
    assert.equal((await t.as('committee').refused('matter.sign', silent)).code, 'INVALID_INPUT');

    const waits = async (key: string) =>
      (await t.as(key).call('me.get', {})).desks.find(({ title }) => title === '校务委员会')?.sentence;
    assert.equal(await waits('committee'), '1 件事等您签');
    assert.equal(await waits('office'), undefined, 'who does not sign is not asked');
    await t.as('committee').call('matter.sign', { id, round: 2, agrees: true, word: '' });
    assert.equal(await waits('committee'), undefined);
    assert.equal(await waits('committee-b'), '1 件事等您签');
    assert.equal(
      (await t.as('stranger').call('course.get', { id: 'c-food' })).id,
      'c-food',
      'one is not two',
    );
    await t.as('committee-b').call('matter.sign', { id, round: 2, agrees: true, word: '' });
    assert.equal((await t.as('stranger').refused('course.get', { id: 'c-food' })).code, 'NOT_FOUND');
    const { items } = await t.as('stranger').call('course.menu', {
      track: null,
      group: null,
      method: null,
      program: null,
      communityId: null,
    });
    assert.equal(
      items.some((one) => one.id === 'c-food'),
      false,
    );
  });

  test('two who disagree end it, nothing is done; what was withdrawn cannot be signed', async () => {
    const stop = { kind: 'takedown', subject: { kind: 'recorded', id: 'r-vow' }, words: '先停' } as const;
    const { id } = await t.as('office').call('matter.propose', stop);
    const no = { id, round: 1, agrees: false, word: '好好的' };
    await t.as('committee').call('matter.sign', no);
    assert.equal((await t.as('committee-b').call('matter.sign', no)).state, 'not_carried');
    assert.equal((await t.as('stranger').call('recorded.get', { id: 'r-vow' })).id, 'r-vow');

    const other = (await t.as('office').call('matter.propose', stop)).id;
    const gone = await t.as('office').call('matter.withdraw', { id: other, reason: '不用停了' });
    assert.match(gone.conclusion, /不提了：不用停了/);
    const late = { id: other, round: 1, agrees: true, word: '' };
    assert.equal((await t.as('committee').refused('matter.sign', late)).code, 'NOT_NOW');
    const { open, ended } = await t.as('auditor').call('matter.list', {});
    assert.equal(
      open.some((one) => one.id === other),
      false,
    );
    assert.ok(ended.some((one) => one.id === other));
    assert.equal((await t.as('member').refused('matter.list', {})).code, 'NOT_ALLOWED');
  });

  test('a story taken down by the committee is read by nobody any more [S78]', async () => {
    const said = { kind: 'volunteer', fields: [], name: '样例志愿者', words: '灯坏了都去' } as const;
    const { id } = await t
      .as('resident')
      .call('award.nominate', { ...said, fields: [...said.fields], communityId: 'jianguo' });
    await t.as('dispatcher').call('award.take_up', { id });
    await t.as('dispatcher').call('award.verify', { id, story: '灯坏了就去', note: '', consent: 'paper' });
    await t.as('committee').call('award.agree', { id });
    await t.as('committee-b').call('award.agree', { id });
    const { until } = await t.as('stranger').call('award.get', { id });
    await t.pass((until ?? 0) - t.clock.now() + 1000);
    const matter = await t.as('office').call('matter.propose', {
      kind: 'takedown',
      subject: { kind: 'story', id },
      words: '本人不愿意再放着',
    });
    for (const key of ['committee', 'committee-b'])
      await t.as(key).call('matter.sign', { id: matter.id, round: 1, agrees: true, word: '' });
    assert.equal((await t.as('stranger').refused('award.get', { id })).code, 'NOT_FOUND');
    const { items } = await t.as('stranger').call('award.board', { after: null });
    assert.equal(
      items.some((one) => one.id === id),
      false,
    );
  });

  // ---- S28
  const write = (body: ContentBody, contentId: string | null = null) =>
    t.as('office').call('content.write', { contentId, body });
  async function approve(id: string): Promise<void> {
    await t.as('office').call('content.submit', { id });
    await t.as('office').call('content.pass', { id, stage: 'first' });
    await t.as('committee').call('content.pass', { id, stage: 'second' });
    await t.as('committee-b').call('content.pass', { id, stage: 'final' });
  }

  test('a new course is seen by nobody before three people have read it, each on record [S28]', async () => {
    const { id, contentId } = await write(COURSE);
    const gone = async () => (await t.as('stranger').refused('course.get', { id: contentId })).code;
    assert.equal(await gone(), 'NOT_FOUND');
    await t.as('office').call('content.submit', { id });
    await t.as('office').call('content.pass', { id, stage: 'first' });
    const own = await t.as('office').refused('content.pass', { id, stage: 'second' });
    assert.equal(own.code, 'READ_BY_ANOTHER');
    await t.as('committee').call('content.pass', { id, stage: 'second' });
    assert.equal(await gone(), 'NOT_FOUND');
    const twice = await t.as('committee').refused('content.pass', { id, stage: 'final' });
    assert.equal(twice.code, 'READ_BY_ANOTHER');
    const late = await t.as('committee-b').refused('content.pass', { id, stage: 'second' });
    assert.equal(late.code, 'NOT_NOW', 'that stage was read by somebody else meanwhile');
    const done = await t.as('committee-b').call('content.pass', { id, stage: 'final' });
    assert.deepEqual(
      done.readings.map(({ stage, name, passed }) => [stage, name, passed]),
      [
        ['first', '样例教务', true],
        ['second', '样例校务委员甲', true],
        ['final', '样例校务委员乙', true],
      ],
    );
    const course = await t.as('stranger').call('course.get', { id: contentId });
    assert.deepEqual(
      [course.title, course.form, course.delivery, course.themes],
      [COURSE.title, 'taught_and_carried', 'model', ['development']],
    );
    const ordered = await t.as('resident').call('course.order', { ids: [contentId], ordered: true });
    assert.equal(ordered.items[0]?.missing, 4);
    assert.ok((await inbox('office')).includes(`审过了，放出去了 ${COURSE.title}`));
  });

  test('a new edition is read anew while the old one stays to be seen; its orders stay [S28]', async () => {
    await t.as('member').call('course.order', { ids: ['c-fraud'], ordered: true });
    const { body } = await t.as('office').call('content.source', { kind: 'course', id: 'c-fraud' });
    assert.ok(body?.kind === 'course');
    const next = { ...body, title: '防诈骗四道门', form: null };
    const { id, edition } = await write(next, 'c-fraud');
    assert.equal(edition, 2);
    await t.as('office').call('content.submit', { id });
    const busy = await t.as('office').refused('content.write', { contentId: 'c-fraud', body: next });
    assert.equal(busy.code, 'NOT_NOW', 'nobody writes under the readers’ hands');
    const source = async () => t.as('office').call('content.source', { kind: 'course', id: 'c-fraud' });
    assert.deepEqual(
      [(await source()).reading, (await source()).draftId],
      [true, id],
      'and reads so beforehand',
    );
    const back = await t
      .as('office')
      .call('content.send_back', { id, stage: 'first', reason: '第四道门是啥没写' });
    assert.deepEqual([back.state, back.readings[0]?.reason], ['editing', '第四道门是啥没写']);
    assert.equal((await source()).reading, false);
    assert.equal((await t.as('stranger').call('course.get', { id: 'c-fraud' })).title, '防诈骗三道门');
    await write({ ...next, summary: '第四道：问家里人。' }, 'c-fraud');
    await approve(id);
    const seen = await t.as('member').call('course.get', { id: 'c-fraud' });
    assert.deepEqual([seen.title, seen.form, seen.ordered], ['防诈骗四道门', null, true]);
  });

  test('a recorded lesson goes the same way; what was taken down comes back through three readings', async () => {
    const lesson: ContentBody = {
      kind: 'recorded',
      title: '样例录制课',
      summary: '一段话。',
      track: 'theory',
      theme: 'red',
      minutes: null,
      fileId: null,
      courseId: 'c-rights',
    };
    const { id, contentId } = await write(lesson);
    await approve(id);
    assert.equal((await t.as('stranger').call('recorded.get', { id: contentId })).title, lesson.title);
    const down = { kind: 'recorded', id: contentId, reason: '说法旧了' } as const;
    assert.equal((await t.as('office').call('content.take_down', down)).shown, false);
    assert.equal((await t.as('stranger').refused('recorded.get', { id: contentId })).code, 'NOT_FOUND');
    assert.equal((await t.as('office').refused('content.confirm', down)).code, 'INVALID_INPUT');
    const still = { kind: 'recorded', id: contentId } as const;
    assert.equal((await t.as('office').refused('content.confirm', still)).code, 'NOT_NOW');
    const again = await write({ ...lesson, title: '样例录制课，新说法' }, contentId);
    assert.equal(again.edition, 2);
    const read = async () => (await t.as('committee').call('content.draft', { id: again.id })).before;
    assert.deepEqual(await read(), { ...lesson, fileId: null }, 'the readers see what it takes the place of');
    await approve(again.id);
    assert.equal(await read(), null, 'it holds itself now');
    assert.equal(
      (await t.as('stranger').call('recorded.get', { id: contentId })).title,
      '样例录制课，新说法',
    );
  });

  test('我的 says how many drafts wait for this reader, and counts none that somebody else has to read [S28]', async () => {
    const waiting = async (key: string) => {
      const { desks } = await t.as(key).call('me.get', {});
      return Number.parseInt(desks.find(({ title }) => title === '先审后见')?.sentence ?? '0', 10);
    };
    const readers = ['office', 'committee', 'committee-b', 'auditor', 'resident'];
    const all = () => Promise.all(readers.map(waiting));
    const before = await all();
    const more = async () => (await all()).map((now, index) => now - (before[index] ?? 0));
    const { id } = await write({ ...COURSE, title: '样例数一数' });
    assert.deepEqual(await more(), [0, 0, 0, 0, 0], 'nobody reads what is still being written');
    await t.as('office').call('content.submit', { id });
    assert.deepEqual(await more(), [1, 0, 0, 0, 0]);
    await t.as('office').call('content.pass', { id, stage: 'first' });
    await t.as('committee').call('content.pass', { id, stage: 'second' });
    assert.deepEqual(await more(), [0, 0, 1, 0, 0], 'who has read it does not read it again');
    await t.as('committee-b').call('content.pass', { id, stage: 'final' });
    assert.deepEqual(await more(), [0, 0, 0, 0, 0]);
  });

  test('a recorded lesson’s video is watched by its readers before anybody else can', async () => {
    const rid = newRid();
    const reply = await fetch(`${t.url}/client/upload?path=lessons/${rid}.mp4`, {
      method: 'POST',
      headers: { 'x-local-session': t.session(openidOf('office')) },
      body: Buffer.from('moving pictures'),
    });
    const { fileID: fileId } = (await reply.json()) as { fileID: string };
    const lesson = {
      kind: 'recorded',
      title: '样例带视频的录制课',
      summary: '一段话。',
      track: 'theory',
      theme: null,
      minutes: 12,
      courseId: null,
    } as const;
    const { id, contentId } = await write({ ...lesson, fileId });
    const { videoUrl } = await t.as('committee').call('content.draft', { id });
    assert.equal(await (await fetch(videoUrl ?? '')).text(), 'moving pictures');
    assert.equal((await t.as('stranger').refused('recorded.get', { id: contentId })).code, 'NOT_FOUND');
    await approve(id);
    assert.ok((await t.as('stranger').call('recorded.get', { id: contentId })).videoUrl);
    const sentence = fileId.replace('/lessons/', '/recordings/');
    const theft = await t
      .as('office')
      .refused('content.write', { contentId: null, body: { ...lesson, fileId: sentence } });
    assert.equal(theft.code, 'INVALID_INPUT', 'a spoken sentence of somebody is no lesson');
  });

  test('what is dropped can be written on; a text that is refused is not stored; samples have their readings', async () => {
    const { id, contentId } = await write({ ...COURSE, title: '样例先不弄' });
    assert.equal((await t.as('office').call('content.drop', { id })).state, 'dropped');
    const aside = async (key: string) =>
      (await t.as(key).call('content.desk', {})).dropped.map(({ title }) => title);
    assert.deepEqual(
      await aside('office'),
      ['样例先不弄'],
      'it stands on no menu: this is the only way to it',
    );
    assert.deepEqual(await aside('committee'), []);
    assert.equal((await write({ ...COURSE, title: '样例又弄' }, contentId)).state, 'editing');
    assert.deepEqual(await aside('office'), []);
    t.openApi.checkTexts = 'risky';
    const refused = await t.as('office').refused('content.write', { contentId: null, body: COURSE });
    t.openApi.checkTexts = 'pass';
    assert.equal(refused.code, 'TEXT_REFUSED');
    const unknown = await t.as('office').refused('content.write', { contentId: 'none', body: COURSE });
    assert.equal(unknown.code, 'NOT_FOUND');
    const rid = newRid();
    const once = await t.as('office').call('content.write', { contentId: null, body: COURSE }, rid);
    const twice = await t.as('office').call('content.write', { contentId: null, body: COURSE }, rid);
    assert.equal(once.id, twice.id);
  });

  // ---- S27, S29
  const wording = (text: string, effectiveOn: string): PolicyBody => ({
    kind: 'policy',
    policy: 'learner_code',
    text,
    effectiveOn,
  });

  test('rules are placeholders until the office has entered them; each wording keeps its day and stays readable [S27] [S29]', async () => {
    const empty = await t.as('stranger').call('policy.get', { policy: 'learner_code', edition: null });
    assert.deepEqual([empty.text, empty.editions], [null, []]);
    const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
    const first = await write(wording('手机调静音。', dayOf(t.clock.now())));
    assert.equal(first.title, '学员守则');
    await approve(first.id);
    const second = await write(wording('手机调静音，来晚了从后门进。', dayOf(t.clock.now() + 5 * DAY)));
    await approve(second.id);
    const now = await t.as('stranger').call('policy.get', { policy: 'learner_code', edition: null });
    assert.deepEqual(
      [now.text, now.editions.map(({ edition, upcoming }) => [edition, upcoming])],
      [
        '手机调静音。',
        [
          [2, true],
          [1, false],
        ],
      ],
    );
    await t.pass(6 * DAY);
    const later = await t.as('stranger').call('policy.get', { policy: 'learner_code', edition: null });
    assert.equal(later.text, '手机调静音，来晚了从后门进。');
    const before = await t.as('stranger').call('policy.get', { policy: 'learner_code', edition: 1 });
    assert.equal(before.text, '手机调静音。');
    const { items } = await t.as('stranger').call('policy.list', {});
    assert.deepEqual(
      items.map(({ policy, edition }) => [policy, edition]),
      [
        ['teaching_affairs', null],
        ['ideology', null],
        ['learner_code', 2],
      ],
    );
  });

  test('what has been emptied is named, so that its way in can hide', async () => {
    assert.deepEqual((await t.as('stranger').call('school.empty', {})).modules, []);
    const { items } = await t.as('stranger').call('recorded.list', {});
    for (const { id } of items)
      await t.as('office').call('content.take_down', { kind: 'recorded', id, reason: '都旧了' });
    assert.deepEqual((await t.as('stranger').call('school.empty', {})).modules, ['recorded']);
  });

  // ---- G12
  test('what nobody has looked at for two months is put before the office once a period; one word keeps it', async () => {
    const reminders = async () =>
      (await inbox('office')).filter((one) => one.startsWith('两个月没看过了')).length;
    const { freshAt } = await t.as('office').call('content.confirm', { kind: 'course', id: 'c-hallway' });
    await t.pass(61 * DAY);
    await t.sweep();
    const told = await reminders();
    assert.ok(told > 0);
    await t.pass(DAY);
    assert.equal(await reminders(), told, 'once a period');
    const desk = await t.as('office').call('content.desk', {});
    assert.ok(told < desk.stale.length, 'what grew old on one day is said in one message');
    const old = desk.stale.find(({ id }) => id === 'c-hallway');
    assert.equal(old?.freshAt, freshAt);
    await t.as('office').call('content.confirm', { kind: 'course', id: 'c-hallway' });
    const after = await t.as('office').call('content.desk', {});
    assert.equal(
      after.stale.some(({ id }) => id === 'c-hallway'),
      false,
    );

    // A place on a route and a rule grow old as well; who describes or confirms them has looked.
    const stopIsStale = async () => (await t.as('office').call('route.stop', { id: 'stop-film' })).stale;
    assert.equal(await stopIsStale(), true);
    assert.equal((await t.as('stranger').call('route.stop', { id: 'stop-film' })).stale, undefined);
    await t.as('office').call('route.describe', { id: 'stop-film', most: null, safety: null });
    assert.equal(await stopIsStale(), undefined);
    const rule = desk.stale.find(({ kind }) => kind === 'policy');
    assert.ok(rule, 'the rule that was approved above');
    await t.as('office').call('content.confirm', { kind: 'policy', id: rule.id });
    const { stale } = await t.as('office').call('content.desk', {});
    assert.ok(!stale.some(({ id }) => id === rule.id));
    const none = { kind: 'policy', id: 'nothing' } as const;
    assert.equal((await t.as('office').refused('content.confirm', none)).code, 'NOT_FOUND');
  });
});
