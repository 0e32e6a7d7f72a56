import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OutputOf } from '@contract/actions';
import type { SurveyAnswers } from '@contract/survey';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import { firstAnswer } from '../../cloudfunctions/school/survey/decide';
import { newRid, type Town, town } from '../support/town';
import { isStored, upload } from '../support/upload';

const nothing: SurveyAnswers = {
  knowledge: [],
  skills: [],
  experience: [],
  governance: [],
  groups: [],
  times: [],
  words: '',
};

describe('asked before class, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('somebody is asked once a year, answers what they like, changes it, and is asked again the next year [S43]', async () => {
    const me = t.as('resident');
    assert.equal((await me.call('survey.get', {})).answers, null);
    const rid = newRid();
    const answers = { ...nothing, skills: ['mediation' as const], words: '楼上总吵' };
    const first = await me.call('survey.answer', { answers }, rid);
    assert.deepEqual(first.answers, answers);
    const again = await me.call('survey.answer', { answers: nothing }, rid);
    assert.deepEqual(again.answers, answers, 'a replay changes nothing');
    const changed = { ...nothing, knowledge: ['fraud' as const] };
    assert.deepEqual((await me.call('survey.answer', { answers: changed })).answers, changed);
    assert.equal(t.store.find('surveys', {}, { limit: 10, sort: { _id: 1 } }).documents.length, 1);
    assert.equal((await t.as('member').call('survey.get', {})).answers, null, 'nobody reads it of another');

    await t.clock.set(first.until + DAY);
    assert.equal((await me.call('survey.get', {})).answers, null);
  });

  test('each recommended course says why, and the switch stays off on any phone [S44]', async () => {
    const me = t.as('member');
    const view = await me.call('survey.answer', { answers: { ...nothing, skills: ['mediation'] } });
    assert.ok(view.package.length > 0);
    assert.ok(view.package.every(({ reason }) => reason.startsWith('因为您选了“劝架调解”')));
    assert.deepEqual((await me.call('survey.recommend', { on: false })).package, []);
    const off = await me.call('survey.get', {});
    assert.equal(off.recommends, false);
    assert.notEqual(off.answers, null, 'what was said stays');
    assert.ok((await me.call('survey.recommend', { on: true })).package.length > 0);
  });

  test('what was said with the own voice is heard by oneself and, without a name, by the office; said anew the old file is gone [S43]', async () => {
    const me = t.as('daughter');
    const said = async (words: string) => {
      const rid = newRid();
      const fileId = await upload(t, 'daughter', 'recordings', rid, words);
      return me.call('survey.answer', { answers: nothing, audio: { fileId, seconds: 7 } }, rid);
    };
    const first = await said('one');
    assert.equal(first.audio?.seconds, 7);
    assert.ok(await isStored(t, first.audio?.url ?? ''));
    const tapped = await me.call('survey.answer', { answers: { ...nothing, times: ['evening'] } });
    assert.equal(tapped.audio?.seconds, 7, 'a later tap leaves the voice');

    const heard = await t.as('office').call('survey.heard', { after: null });
    const [newest] = heard.said;
    assert.deepEqual([newest?.words, newest?.audio?.seconds], ['', 7]);
    assert.ok(await isStored(t, newest?.audio?.url ?? ''));
    assert.ok(!JSON.stringify(heard).includes('sample_daughter'), 'nobody is named');
    assert.equal(
      heard.counted?.wishes.find(({ value }) => value === 'evening')?.people,
      null,
      'few are not counted',
    );
    assert.equal((await t.as('dispatcher').refused('survey.heard', { after: null })).code, 'NOT_ALLOWED');

    const second = await said('two');
    assert.equal(await isStored(t, first.audio?.url ?? ''), false);
    assert.equal((await me.call('survey.answer', { answers: nothing, audio: null })).audio, null);
    assert.equal(await isStored(t, second.audio?.url ?? ''), false);
    const other = await upload(t, 'member', 'recordings', newRid(), 'of another');
    const refused = await me.refused('survey.answer', {
      answers: nothing,
      audio: { fileId: other, seconds: 7 },
    });
    assert.deepEqual([refused.code, refused.field], ['INVALID_INPUT', 'audio.fileId']);
  });

  test('of many who answered in one moment the office reads each once, and what many want is counted once [S43]', async () => {
    const at = t.clock.now();
    const period = new Date(at + 8 * 3_600_000).getUTCFullYear().toString();
    // Most only tapped: whole looks at the database bring nothing to read.
    const many = Array.from({ length: 260 }, (_, n) => {
      const words = n < 30 || n > 210 ? `第 ${n} 句` : '';
      const choice = { ...nothing, times: ['evening' as const], words };
      return {
        ...firstAnswer(period, { answers: choice }, { now: at, rid: `r${n}`, by: `p${n}`, invocation: '' }),
      };
    });
    t.store.insert('surveys', many);
    const heard: string[] = [];
    let next: string | null = null;
    let looks = 0;
    do {
      const page: OutputOf<'survey.heard'> = await t.as('office').call('survey.heard', { after: next });
      assert.equal(page.counted === null, looks > 0, 'counted with the first page only');
      assert.ok(page.said.length > 0 && page.said.length <= 20);
      heard.push(...page.said.map(({ words }) => words));
      next = page.next;
      looks += 1;
    } while (next !== null);
    const said = many.map(({ answers }) => answers.words).filter((words) => words !== '');
    assert.deepEqual(heard.filter((words) => words.startsWith('第 ')).sort(), said.sort());
    assert.equal((await t.as('office').refused('survey.heard', { after: 'no-place' })).code, 'INVALID_INPUT');
  });

  test('whoever is erased takes the voice along [S43]', async () => {
    const rid = newRid();
    const fileId = await upload(t, 'lead', 'recordings', rid, 'a voice');
    const { audio } = await t
      .as('lead')
      .call('survey.answer', { answers: nothing, audio: { fileId, seconds: 3 } }, rid);
    await t.as('lead').call('data.erase', { understood: true });
    await t.pass(30 * DAY);
    assert.equal(await isStored(t, audio?.url ?? ''), false);
  });

  test('a voice that is still to leave the storage leaves it, also when two records of the person are joined meanwhile [S43]', async () => {
    const grid = t.as('grid');
    const { personId } = await grid.call('household.register', {
      name: '样例大娘',
      communityId: 'jianguo',
      phone: '',
      building: '',
      door: '',
    });
    const me = t.as('newcomer');
    const rid = newRid();
    const audio = { fileId: await upload(t, 'newcomer', 'recordings', rid, 'a voice'), seconds: 3 };
    const said = await me.call('survey.answer', { answers: nothing, audio }, rid);
    const url = said.audio?.url ?? '';
    t.faults.add({
      on: 'storage',
      action: 'storage.batchDeleteFile',
      times: 9,
      effect: { type: 'fail', code: 'SYS_ERR' },
    });
    await me.call('survey.answer', { answers: nothing, audio: null });
    t.faults.clear();
    assert.equal(await isStored(t, url), true);

    const { code } = await grid.call('joining.offer', { personId, how: 'door' });
    await me.call('joining.confirm', { code });
    await t.pass(10 * MINUTE);
    assert.equal(await isStored(t, url), false);
    assert.deepEqual((await me.call('survey.get', {})).answers, nothing, 'and what was tapped came over');
  });

  test('an answer that is on no list, or twice on it, is refused by name', async () => {
    const twice = await t
      .as('resident')
      .refused('survey.answer', { answers: { ...nothing, skills: ['mediation', 'mediation'] } });
    assert.deepEqual([twice.code, twice.field], ['INVALID_INPUT', 'answers.skills']);
  });
});

describe('recorded lessons, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('anybody looks at a recorded lesson; looking writes nothing down, and it leads to talking it over [S50]', async () => {
    const everything = () =>
      JSON.stringify(
        ['recordedLessons', 'persons', 'accounts', 'courses'].map(
          (name) => t.store.find(name, {}, { limit: 100, sort: { _id: 1 } }).documents,
        ),
      );
    const before = everything();
    const { items } = await t.as('stranger').call('recorded.list', {});
    assert.ok(items.length > 0);
    const lesson = await t.as('stranger').call('recorded.get', { id: 'r-rights' });
    assert.equal(everything(), before, 'nobody is counted');
    assert.equal(lesson.videoUrl, null, 'no recording is claimed that is not there');
    await t.as('member').call('course.order', { ids: [lesson.courseId ?? ''], ordered: true });
    assert.equal((await t.as('member').call('recorded.get', { id: 'r-rights' })).ordered, true);
    assert.equal((await t.as('stranger').refused('recorded.get', { id: 'nothing' })).code, 'NOT_FOUND');
  });

  test('a course says how it is held, how it is told and from which treasury [S54] [S55] [S56]', async () => {
    const { form, delivery, themes } = await t.as('stranger').call('course.get', { id: 'c-vow' });
    assert.deepEqual([form, delivery, themes], ['seen_and_done', 'sharing', ['red']]);
    const unsaid = await t.as('stranger').call('course.get', { id: 'c-heating' });
    assert.deepEqual([unsaid.form, unsaid.delivery, unsaid.themes], [null, null, []]);
  });
});
