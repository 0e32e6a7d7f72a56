import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { STREET } from '@contract/counters';
import { DAY, dayOf } from '../../cloudfunctions/core/calendar';
import { CLASS } from '../proof/rows/plan';
import { type Town, town } from '../support/town';

const YEAR = 2027;

describe('the plan of a year, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const put = (month: number, change = {}, id: string | null = null) =>
    t.as('office').call('plan.put', { year: YEAR, month, id, class: { ...CLASS, ...change } });
  async function decide(agrees: boolean): Promise<void> {
    const { matterId } = await t.as('office').call('plan.propose', { year: YEAR, words: '按月排好了' });
    for (const key of ['committee', 'committee-b'])
      await t
        .as(key)
        .call('matter.sign', { id: matterId ?? '', round: 1, agrees, word: agrees ? '' : '十月太满' });
  }

  test('fixed classes stand month by month, with the four content areas; one is moved by one step [S30] [S31]', async () => {
    const view = await put(1, { area: 'affairs', weekday: 2, weeks: [] });
    assert.deepEqual([view.state, view.edition, view.next], ['draft', 0, ['edit', 'propose']]);
    assert.deepEqual([view.classes[0]?.name, view.classes[0]?.area], ['党员的权利，掰开了讲', 'affairs']);
    const id = view.classes[0]?.id ?? '';
    const moved = await t
      .as('office')
      .call('plan.move', { year: YEAR, id, month: 3, weekday: 4, weeks: [3, 1] });
    assert.deepEqual(
      moved.classes.map(({ month, weekday, weeks, start }) => [month, weekday, weeks, start]),
      [[3, 4, [1, 3], '19:00']],
    );
    await t.as('office').call('plan.drop', { year: YEAR, id });
    const gone = await t.as('office').refused('plan.drop', { year: YEAR, id });
    assert.equal(gone.code, 'NOT_FOUND');
    const empty = await t.as('office').refused('plan.propose', { year: YEAR, words: '空的' });
    assert.equal(empty.code, 'NOT_NOW');
  });

  test('the committee decides it; while it decides nobody changes it; two who disagree give it back', async () => {
    await put(1, { area: 'spirit' });
    const { matterId } = await t.as('office').call('plan.propose', { year: YEAR, words: '按月排好了' });
    const busy = await t.as('office').refused('plan.put', { year: YEAR, month: 2, id: null, class: CLASS });
    assert.equal(busy.code, 'NOT_NOW');
    const matter = await t.as('committee').call('matter.get', { id: matterId ?? '' });
    assert.deepEqual(
      [matter.kind, matter.title, matter.words, matter.subject],
      ['annual_plan', '2027 年培训计划', '按月排好了', { kind: 'plan', id: '2027' }],
    );
    for (const key of ['committee', 'committee-b'])
      await t.as(key).call('matter.sign', { id: matterId ?? '', round: 1, agrees: false, word: '太满' });
    assert.equal((await t.as('office').call('plan.get', { year: YEAR })).state, 'draft');
    const none = await t.as('office').refused('plan.generate', { year: YEAR, month: 1 });
    assert.equal(none.code, 'NOT_NOW', 'what was not approved makes no session');

    await decide(true);
    const after = await t.as('office').call('plan.get', { year: YEAR });
    assert.deepEqual([after.state, after.edition], ['approved', 1]);
    assert.ok(after.next.includes('generate'));
  });

  test('draft sessions of a month are made once, holidays are skipped and named, what is wanting is said', async () => {
    await put(1, { area: 'governance', courseId: null, weekday: 6, weeks: [2] });
    // 2027-01-01 is a holiday on a Friday.
    await put(1, { area: 'ability', weekday: 5, weeks: [] });
    await decide(true);
    const before = await t.as('office').call('plan.days', { year: YEAR, month: 1 });
    const count = (state: string) => before.items.filter((one) => one.state === state).length;
    assert.deepEqual([count('wanting'), count('made')], [1, 0]);
    const holidays = before.items.filter((one) => one.state === 'holiday');
    for (const { note } of holidays) assert.match(note, /放假，不排$/);

    const first = await t.as('office').call('plan.generate', { year: YEAR, month: 1 });
    const made = first.items.filter((one) => one.state === 'made');
    assert.equal(made.length, count('ready'));
    assert.ok(made.length >= 6);
    assert.deepEqual(await t.as('office').call('plan.generate', { year: YEAR, month: 1 }), first);
    const hidden = await t.as('stranger').call('session.list', {
      program: null,
      venueId: null,
      communityId: null,
      after: null,
    });
    assert.equal(
      hidden.items.some(({ id }) => made.some(({ sessionId }) => sessionId === id)),
      false,
      'a draft is seen by nobody',
    );
    assert.equal(first.items.find((one) => one.state === 'wanting')?.note, '还没定哪门课');
  });

  test('a class that the office has moved stands on the day on which it is held, and never on the one of the plan [S30]', async () => {
    const days = async () => (await t.as('office').call('plan.days', { year: YEAR, month: 1 })).items;
    const timetable = async (month: string) =>
      (await t.as('stranger').call('plan.month', { month })).days.flatMap(({ date, classes }) =>
        classes.map(() => date),
      );
    const [first, second] = (await days()).filter(({ state }) => state === 'made');
    assert.ok(first?.sessionId && second?.sessionId);
    const draft = async (id: string, startsAt: number) => {
      const { version, draft: plan } = await t.as('office').call('session.sheet', { id });
      await t.as('office').call('session.draft', { id, version, plan: { ...plan, startsAt } });
    };
    const count = (await timetable('2027-01')).length;
    await draft(first.sessionId, first.startsAt + DAY);
    await draft(second.sessionId, second.startsAt + 40 * DAY);

    const now = await days();
    const here = now.find(({ sessionId }) => sessionId === first.sessionId);
    assert.deepEqual([here?.state, here?.startsAt], ['made', first.startsAt + DAY]);
    assert.match(here?.note ?? '', /^本来是1月\d+日$/);
    const away = now.find(({ sessionId }) => sessionId === second.sessionId);
    assert.deepEqual([away?.state, away?.startsAt], ['made', second.startsAt + 40 * DAY]);
    const { items } = await t.as('office').call('plan.generate', { year: YEAR, month: 1 });
    assert.deepEqual(items, now, 'nothing is made anew');
    const january = await timetable('2027-01');
    assert.equal(january.length, count - 1, 'what is held in February is not announced in January');
    assert.ok(january.includes(dayOf(first.startsAt + DAY)));

    await draft(first.sessionId, first.startsAt);
    await draft(second.sessionId, second.startsAt);
  });

  test('the timetable of a month is for everybody: what the committee approved, and what can be signed up for [S30]', async () => {
    const month = await t.as('stranger').call('plan.month', { month: '2027-01' });
    assert.equal(month.days.length, 31);
    assert.equal(month.approved, true);
    const planned = month.days.flatMap(({ classes }) => classes);
    assert.equal(month.count, planned.length);
    assert.equal(month.phone, STREET.phone, 'the number of the street, once it is filled in');
    assert.deepEqual([...new Set(planned.map(({ area }) => area))].sort(), [
      'ability',
      'governance',
      'spirit',
    ]);
    assert.ok(
      planned.every(({ sessionId }) => sessionId === null),
      'nothing to sign up for yet',
    );

    // What was changed and not approved is not public.
    const { classes } = await t.as('office').call('plan.get', { year: YEAR });
    for (const { id } of classes) await t.as('office').call('plan.drop', { year: YEAR, id });
    const still = await t.as('stranger').call('plan.month', { month: '2027-01' });
    assert.equal(still.count, month.count);

    const now = await t.as('stranger').call('plan.month', { month: null });
    assert.equal(now.month, 11);
    const open = now.days
      .flatMap(({ classes: ofDay }) => ofDay)
      .filter(({ sessionId }) => sessionId !== null);
    assert.ok(open.length > 0, 'the classes of the demonstration stand in it');
  });

  test('a class made of a day that the plan has no more is named with the class itself, and keeps its room until somebody decides [S30]', async () => {
    const days = async () => (await t.as('office').call('plan.days', { year: YEAR, month: 1 })).items;
    const made = (await days()).filter(({ state }) => state === 'made');
    await put(6);
    assert.ok(!(await days()).some(({ state }) => state === 'stray'), 'what is not approved moves nothing');
    await decide(true);
    const strays = (await days()).filter(({ state }) => state === 'stray');
    assert.ok(strays.length > 1);
    assert.deepEqual(
      strays.map(({ sessionId }) => sessionId),
      made.map(({ sessionId }) => sessionId),
    );
    const [first] = strays;
    await t.as('office').call('session.cancel', { id: first?.sessionId ?? '', reason: '计划挪了' });
    assert.equal((await days()).length, strays.length - 1, 'called off, it is named no more');
  });

  test('last year’s classes are copied into a year that has none, and never over one that has some', async () => {
    const before = await t.as('office').call('plan.put', { year: 2028, month: 5, id: null, class: CLASS });
    const copied = await t.as('office').call('plan.copy', { year: 2029 });
    assert.deepEqual(
      copied.classes.map(({ month, weekday }) => [month, weekday]),
      before.classes.map(({ month, weekday }) => [month, weekday]),
    );
    assert.notEqual(copied.classes[0]?.id, before.classes[0]?.id);
    assert.equal((await t.as('office').refused('plan.copy', { year: 2029 })).code, 'NOT_NOW');
    assert.equal((await t.as('office').refused('plan.copy', { year: 2040 })).code, 'NOT_NOW');
  });
});

describe('the archive fills itself, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('what was held, decided and approved in a month stands in it, and nobody typed it again [S32]', async () => {
    const { body } = await t.as('office').call('content.source', { kind: 'course', id: 'c-fraud' });
    assert.ok(body !== null);
    const { id } = await t.as('office').call('content.write', { contentId: 'c-fraud', body });
    await t.as('office').call('content.submit', { id });
    for (const [key, stage] of [
      ['office', 'first'],
      ['committee', 'second'],
      ['committee-b', 'final'],
    ] as const)
      await t.as(key).call('content.pass', { id, stage });
    const { id: matter } = await t.as('office').call('matter.propose', {
      kind: 'faculty',
      subject: { kind: 'teacher', id: 'teacher-sample' },
      words: '请他来讲',
    });
    for (const key of ['committee', 'committee-b'])
      await t.as(key).call('matter.sign', { id: matter, round: 1, agrees: true, word: '' });
    const { items } = await t.as('stranger').call('session.list', {
      program: null,
      venueId: null,
      communityId: null,
      after: null,
    });
    const [first] = items;
    assert.ok(first);
    const monthOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 7);
    const today = monthOf(t.clock.now());
    const now = await t.as('auditor').call('archive.month', { month: today });
    assert.equal(
      now.classes.some((one) => one.id === first.id),
      false,
      'it has not been held yet',
    );
    assert.deepEqual(
      now.decisions.map(({ title, conclusion }) => [title, conclusion.startsWith('议定：师资聘任')]),
      [['样例讲师', true]],
    );
    const own = now.approvals.find((one) => one.id === id);
    assert.deepEqual(
      own?.readings.map(({ stage, name }) => [stage, name]),
      [
        ['first', '样例教务'],
        ['second', '样例校务委员甲'],
        ['final', '样例校务委员乙'],
      ],
    );
    // The clock goes on: the class is held without anybody writing it down.
    await t.clock.set(first.endsAt);
    for (let hours = 0; hours < 3; hours += 1) await t.pass(3_600_000);
    const later = await t.as('office').call('archive.month', { month: monthOf(first.startsAt) });
    const held = later.classes.find((one) => one.id === first.id);
    assert.deepEqual([held?.title, held?.came, held?.cancelled], [first.title, null, false]);
    assert.equal((await t.as('host').refused('archive.month', { month: today })).code, 'NOT_ALLOWED');
  });

  test('a teaching point and a teacher say whose they are and who else may use them [S7]', async () => {
    const { items } = await t.as('auditor').call('resource.list', {});
    assert.ok(items.every(({ ownerOrg, sharedWith }) => ownerOrg === '' && sharedWith.length === 0));
    const said = { ownerOrg: '样例单位', sharedWith: ['样例社区'] };
    const read = (id: string) => items.find((one) => one.id === id) ?? assert.fail(id);
    for (const id of ['main', 'teacher-sample']) {
      const { kind, version } = read(id);
      await t.as('office').call('resource.share', { kind, id, version, ...said });
      const other = { kind, id, version, ...said, ownerOrg: '另一家' };
      assert.equal((await t.as('office').refused('resource.share', other)).code, 'STALE');
    }
    const venue = await t.as('stranger').call('venue.get', { id: 'main' });
    assert.deepEqual([venue.ownerOrg, venue.sharedWith], ['样例单位', ['样例社区']]);
    const { teachers } = await t.as('stranger').call('faculty.list', {});
    assert.equal(teachers[0]?.ownerOrg, '样例单位');
    const none = { kind: 'venue', id: 'none', version: 1, ...said } as const;
    assert.equal((await t.as('office').refused('resource.share', none)).code, 'NOT_FOUND');
  });
});
