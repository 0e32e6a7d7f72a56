import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { PROGRAM_TEMPLATES } from '../../../../miniprogram/contract/programs';
import type { Misfit, MisfitKind } from '../../../../miniprogram/contract/schedule';
import type { SessionView } from '../../../../miniprogram/contract/school';
import { cohortWord, misfitWord, plannedLine } from '../../../../miniprogram/lib/schedule-line';
import { seatWord, sessionLine } from '../../../../miniprogram/lib/session-line';
import {
  EMPTY,
  fitsInput,
  missingOf,
  planLook,
  planOf,
  withCourse,
  withSlot,
} from '../../../../miniprogram/packages/academic/arrange/arrange.view';
import { classLook, hostChoices } from '../../../../miniprogram/packages/academic/class/class.view';
import {
  boardOf,
  poolLine,
  tourLine,
  weekWord,
} from '../../../../miniprogram/packages/academic/desk/desk.view';
import { namesOf, wrongGroup } from '../../../../miniprogram/packages/school/components/group/group.view';
import { programLines, programLook } from '../../../../miniprogram/packages/school/programs/programs.view';
import { sessionLook } from '../../../../miniprogram/packages/school/session/session.view';
import { formOf, reportOf, stationLook } from '../../../../miniprogram/packages/school/station/station.view';
import { at, SAMPLE_NOW } from '../../../pages/samples/clock';
import {
  groupSession,
  openSheet,
  orderLines,
  scheduleAnswers,
  scheduleLines,
  stationViews,
} from '../../../pages/samples/schedule';
import { sessionCards } from '../../../pages/samples/school';

const lines = scheduleLines(SAMPLE_NOW);
const [first] = lines;
const [pooled, waiting] = orderLines(SAMPLE_NOW);
const [station] = stationViews(SAMPLE_NOW);
const answers = scheduleAnswers(SAMPLE_NOW);
const choices = answers['session.choices']?.({});
assert.ok(first && pooled && waiting && station && choices);

test('the week stands under days, rooms or teachers, and a line does not say its heading again', () => {
  const titles = (board: 'day' | 'venue' | 'teacher') =>
    boardOf(lines, board, SAMPLE_NOW).map(({ title }) => title);
  assert.deepEqual(titles('day'), ['今天', '明天', '后天']);
  assert.deepEqual(titles('venue').sort(), ['建国社区党群服务中心', '源课堂']);
  assert.deepEqual(titles('teacher').sort(), ['样例讲师', '讲师待定']);
  assert.ok(!plannedLine(first, SAMPLE_NOW, 'venue').sub.includes('建国'));
  assert.ok(!plannedLine(first, SAMPLE_NOW, 'day').sub.includes('今天'));
  assert.match(plannedLine({ ...first, undecided: true }, SAMPLE_NOW, '').sub, /^时间待定/);
  assert.equal(weekWord(at(SAMPLE_NOW, -3, 0)), '10月26日–\u206011月1日');
  assert.equal(weekWord(at(SAMPLE_NOW, -10, 0)), '10月19日–\u206025日');
});

test('a course in the pool opens its plan, one that is planned already opens that class; orders are a number and branches', () => {
  const line = poolLine(pooled, SAMPLE_NOW);
  assert.match(line.text, /14\u00a0人要上/);
  assert.equal(line.branches, '样例第一支部 12\u00a0人');
  assert.equal(line.link, '/packages/academic/arrange/arrange?course=c-food');
  assert.match(poolLine(waiting, SAMPLE_NOW).text, /4\u00a0人点了，还差 2\u00a0人/);
  const planned = { ...pooled, planned: { id: 's-9', state: 'draft' as const, startsAt: 0 } };
  assert.deepEqual(
    [poolLine(planned, SAMPLE_NOW).link, poolLine(planned, SAMPLE_NOW).word],
    ['/packages/academic/class/class?id=s-9', '在排了'],
  );
  const tour = { slot: '2-afternoon' as const, topic: 'safety' as const, heads: 12, stations: [] };
  assert.equal(tourLine(tour).title, '周二下午\u00a0· 安全常识');
});

test('a plan begins with what its programme says, asks what fits once place and time are there, and names what is missing', () => {
  const form = withCourse(choices, EMPTY, 'c-food');
  assert.deepEqual([form.begins, form.minutes, form.seats], ['14:30', '20', '20']);
  assert.equal(
    withCourse(choices, { ...EMPTY, venueId: 'st-1' }, 'c-food').seats,
    '12',
    'no more than the room has',
  );
  assert.equal(missingOf(form, SAMPLE_NOW), '选个地方');
  assert.equal(fitsInput(null, form, SAMPLE_NOW), null);
  const slot = withSlot({ ...form, venueId: 'st-1' }, '2-afternoon', SAMPLE_NOW);
  assert.equal(slot.day, '2026-11-03', 'the next Tuesday');
  assert.equal(missingOf(slot, SAMPLE_NOW), '');
  const plan = planOf(slot);
  assert.equal(plan.startsAt, at(SAMPLE_NOW, 5, 14, 30));
  assert.deepEqual([plan.teacherId, plan.hostId, plan.cohort, plan.signUpAt], [null, null, null, null]);
  assert.equal(fitsInput(null, slot, SAMPLE_NOW)?.capacity, 20);
  assert.match(missingOf({ ...slot, day: '2026-10-28' }, SAMPLE_NOW), /已经过了/);
  assert.match(missingOf({ ...slot, bring: '一\n二\n三\n四\n五\n六\n七' }, SAMPLE_NOW), /最多六行/);
  const look = planLook(choices, slot);
  assert.deepEqual(
    [look.venue, look.teacher, look.cohorts],
    ['样例骑手站（站点）\u00a0· 12\u00a0座', '先不定', false],
  );
});

test('every misfit is a sentence, with the class that it collides with', () => {
  const other = { title: '另一节', startsAt: at(SAMPLE_NOW, 1, 19), endsAt: at(SAMPLE_NOW, 1, 20) };
  const say = (kind: MisfitKind, more: Partial<Misfit> = {}) =>
    misfitWord({ kind, blocks: true, with: null, word: '', count: null, ...more }, SAMPLE_NOW);
  assert.equal(say('venue_taken', { with: other }), '这间屋有课：《另一节》，明天 19:00 到 20:00');
  assert.match(say('teacher_taken', { with: other }), /另一节/);
  assert.equal(say('room_small', { count: 15 }), '这间屋只有 15 座');
  assert.match(say('holiday', { word: '国庆节' }), /国庆节/);
  const rest = [
    'teacher_walks',
    'teacher_no_consent',
    'teacher_not_free',
    'teacher_resting',
    'teacher_cap',
    'quiet',
  ] as const;
  for (const kind of rest) assert.ok(say(kind).length > 5, kind);
});

test('the red button of a class is its next step; what else is possible stands below', () => {
  const sheet = answers['session.sheet']?.({ id: 's-3' });
  assert.ok(sheet);
  const look = classLook(sheet, SAMPLE_NOW);
  assert.deepEqual([look.main, look.public], ['approve', false]);
  assert.deepEqual(
    look.others.map(({ command }) => command),
    ['return', 'cancel'],
  );
  const open = classLook(openSheet(SAMPLE_NOW), SAMPLE_NOW);
  assert.deepEqual([open.main, open.public], ['', true]);
  assert.match(classLook({ ...sheet, undecided: true }, SAMPLE_NOW).when, /^时间待定/);
  assert.equal(classLook({ ...sheet, returned: '讲义还没看' }, SAMPLE_NOW).returned, '退回来了：讲义还没看');
});

test('a class can be given to another host, and to nobody: the office keeps the roster then', () => {
  const look = classLook(openSheet(SAMPLE_NOW), SAMPLE_NOW);
  assert.ok(look.others.some(({ command, word }) => command === 'hand_over' && word === '换班主任'));
  assert.deepEqual(
    hostChoices([{ id: 'p', name: '张**' }]).map(({ value, title }) => [value, title]),
    [
      ['p', '张**'],
      ['', '教务先接着'],
    ],
  );
});

test('a plan whose day went by says so, and its red button is another day', () => {
  const sheet = answers['session.sheet']?.({ id: 's-3' });
  assert.ok(sheet);
  const late = sheet.endsAt + 86_400_000;
  const draft = classLook({ ...sheet, state: 'draft', next: ['cancel', 'draft'] }, late);
  assert.match(draft.when, /^日子过了：/);
  assert.deepEqual([draft.main, draft.mainWord], ['draft', '改日子']);
  assert.deepEqual(
    draft.others.map(({ command }) => command),
    ['cancel'],
  );
  const handedIn = classLook({ ...sheet, state: 'approved', next: ['return', 'cancel'] }, late);
  assert.deepEqual([handedIn.main, handedIn.mainWord], ['return', '退回去改日子']);
  const held = classLook({ ...openSheet(SAMPLE_NOW), state: 'ended', next: [] }, late);
  assert.ok(!held.when.includes('日子过了'), 'a class that was held is none of them');
});

test('who stands last in a line reads why; what a missed evening means is said as the street has set it', () => {
  const view = groupSession(SAMPLE_NOW);
  const last = sessionLook({ ...view, mine: { is: 'waiting', place: 3, last: true } }, SAMPLE_NOW);
  assert.equal(last.mine, '您排第 3 位');
  assert.match(last.mineNote, /前两回给您留了座，人没来，这回先让别人/);
  assert.equal(sessionLook({ ...view, mine: { is: 'waiting', place: 3 } }, SAMPLE_NOW).mineNote, '');
  const over = { ...view, state: 'ended' as const, mine: { is: 'seated' as const, since: 0 } };
  assert.match(sessionLook(over, SAMPLE_NOW).mineNote, /^没登上不记什么/);
  const counts = sessionLook({ ...over, missedToEnd: true }, SAMPLE_NOW).mineNote;
  assert.ok(!counts.includes('不记'), 'nothing is promised that does not hold');
  assert.match(counts, /连着两回没来，下回候补排最后/);
});

test('who has a seat reads until when giving it back helps others, and that later is no offence either', () => {
  const { undecided: _, ...view } = groupSession(SAMPLE_NOW);
  const seated = { ...view, mine: { is: 'seated' as const, since: 0 }, next: [] };
  const note = (now: number, more = {}) => sessionLook({ ...seated, ...more }, now).mineNote;
  assert.match(note(seated.lateFrom - 1), /前退，别人来得及补上$/);
  assert.match(note(seated.lateFrom), /不记什么$/);
  assert.match(note(seated.lateFrom, { missedToEnd: true }), /退了就不算没来$/);
  assert.equal(note(seated.startsAt), '来不了退一下，不用写理由');
});

test('of a class that is over no free chair is told, and one that was called off is said once', () => {
  const { undecided: _, ...view } = groupSession(SAMPLE_NOW);
  const before = sessionLook(view, view.startsAt);
  assert.match(before.seatsSentence, /还有/);
  for (const over of [sessionLook(view, view.endsAt), sessionLook({ ...view, state: 'archived' }, 0)])
    assert.deepEqual([over.seatsSentence, over.drawn, over.elderNote], ['这节课上完了', false, '']);
  const had: SessionView['mine'][] = [
    { is: 'none' },
    { is: 'seated', since: 0 },
    { is: 'waiting', place: 1 },
    { is: 'offered', until: view.startsAt },
  ];
  for (const mine of had) {
    const off = sessionLook({ ...view, state: 'cancelled', mine, next: [] }, view.startsAt);
    assert.deepEqual(
      [off.mine, off.seatsSentence, off.steps, off.seated, off.canRemind],
      ['这节课不上了', '', [], false, false],
      mine.is,
    );
    assert.match(off.mineNote, /换了日子再告诉您/);
  }
});

test('a postponed class says so everywhere; without a new day no old hour is shown as its time', () => {
  const view = groupSession(SAMPLE_NOW);
  const look = sessionLook(view, SAMPLE_NOW);
  assert.match(look.moved, /改到这天了：停电/);
  const [card] = sessionCards(SAMPLE_NOW);
  assert.ok(card);
  const undecided = sessionLine({ ...card, state: 'postponed', undecided: true }, SAMPLE_NOW);
  assert.deepEqual([undecided.time, undecided.day], ['待定', '改日子']);
  assert.equal(undecided.spoken, '时间待定');
  assert.equal(sessionLook({ ...view, undecided: true }, SAMPLE_NOW).when, '时间待定');
  assert.deepEqual([look.canGroup, look.canGiveBack, look.guests.length], [true, true, 3]);
  assert.equal(seatWord({ ...card, group: 3 }).word, '占着 3 座');
});

test('names are optional, and more names than seats ask for more seats', () => {
  assert.deepEqual(namesOf('', '2'), ['', '']);
  assert.deepEqual(namesOf('张三，李四\n王五', '2'), ['张三', '李四', '王五']);
  assert.deepEqual(namesOf('', ''), []);
});

test('seven programmes and three classrooms are settings of one class; cohorts stand newest first [S45] [S46] [S47] [S51] [S52] [S53] [S59]', () => {
  assert.equal(programLines().length, 6, 'home lessons and recordings have pages of their own');
  assert.deepEqual(PROGRAM_TEMPLATES.lead_goose.audience, ['secretaries']);
  assert.deepEqual(PROGRAM_TEMPLATES.off_peak_tour.audience, ['three_new']);
  const [one, two, three] = sessionCards(SAMPLE_NOW);
  assert.ok(one && two && three);
  const coming = [{ ...one, cohort: 1 }, { ...two, cohort: 2 }, three];
  const { groups } = programLook('lead_goose', { coming, past: [] }, SAMPLE_NOW);
  assert.deepEqual(
    groups.map(({ title }) => title),
    ['第二期', '第一期', '要上的'],
  );
  for (const { aloud } of groups.flatMap((group) => group.lines))
    assert.match(
      aloud,
      /^(?:今晚|.{2,8}(?:上午|中午|下午|晚上)) \d+\u00a0点.*，./,
      'no figures of a clock in 大字版',
    );
  assert.deepEqual([cohortWord(12), cohortWord(null)], ['第12期', '']);
});

test('a station is reported with five answers, and says what became of it', () => {
  const form = formOf(station);
  assert.deepEqual(reportOf(form), station.report);
  assert.equal(reportOf({ ...form, slots: [] }), '点上活儿不忙的空当');
  assert.equal(reportOf({ ...form, size: '0' }), '能来几个人，写个数');
  assert.equal(stationLook(station, SAMPLE_NOW).state, '课要来了');
  assert.equal(stationLook({ ...station, classes: [] }, SAMPLE_NOW).state, '记下了，凑齐了就来');
  assert.equal(stationLook({ ...station, open: false }, SAMPLE_NOW).state, '这阵子不用来');
});

test('支部一起报名 says what is missing: whose it is, then how many', () => {
  assert.equal(wrongGroup(' ', ['']), '写上是哪个支部');
  assert.equal(wrongGroup('建国支部', []), `写上几座，一回最多 ${LIMITS.groupSeats} 座`);
  assert.equal(wrongGroup('建国支部', Array(LIMITS.groupSeats).fill('')), '');
  assert.notEqual(wrongGroup('建国支部', Array(LIMITS.groupSeats + 1).fill('')), '');
});
