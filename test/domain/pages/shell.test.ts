import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitingLook } from '../../../miniprogram/components/outbox-bar/outbox-bar.view';
import { type Seats, seatTable } from '../../../miniprogram/components/seat-table/seat-table.view';
import type { SessionCard } from '../../../miniprogram/contract/school';
import { requestLine } from '../../../miniprogram/lib/request-line';
import { seatWord, sessionLine } from '../../../miniprogram/lib/session-line';
import { aboutLines } from '../../../miniprogram/packages/people/about/about.view';
import { messageLine } from '../../../miniprogram/packages/people/inbox/inbox.view';
import {
  changesOf,
  needsConsent,
  profileForm,
  UNTOUCHED,
} from '../../../miniprogram/packages/people/profile/profile.view';
import { homeLook } from '../../../miniprogram/pages/home/home.view';
import { meLook } from '../../../miniprogram/pages/me/me.view';
import { schoolLook } from '../../../miniprogram/pages/school/school.view';
import { categoryWays, serviceLook } from '../../../miniprogram/pages/service/service.view';
import { SAMPLE_NOW } from '../../pages/samples/clock';
import { communities, gridDesk, resident, templates, visitToday } from '../../pages/samples/people';
import { sessionCards } from '../../pages/samples/school';

const cards = sessionCards(SAMPLE_NOW);
const [table, night, camp] = cards;
assert.ok(table && night && camp);
const home = {
  me: resident,
  communities,
  templates,
  hears: false,
  aloud: false,
  matter: visitToday,
  desks: [gridDesk],
  classes: cards,
};
const told = { communityId: 'jianguo', declined: false, elder: false };

test('首页 shows two classes, and in 大字版 one', () => {
  assert.equal(homeLook(home, told, SAMPLE_NOW).classes.length, 2);
  assert.equal(homeLook(home, { ...told, elder: true }, SAMPLE_NOW).classes.length, 1);
});

test('the classes are called 这两天的课 only when they are on these two days', () => {
  assert.equal(homeLook(home, told, SAMPLE_NOW).classesTitle, '这两天的课');
  assert.equal(homeLook({ ...home, classes: [camp] }, told, SAMPLE_NOW).classesTitle, '接下来的课');
});

test('the community is asked for once, and whoever declined or said it before is left alone', () => {
  const stranger = { ...home, me: { ...resident, communityId: null } };
  assert.equal(homeLook(stranger, { ...told, communityId: null }, SAMPLE_NOW).asksCommunity, true);
  assert.equal(
    homeLook(stranger, { ...told, communityId: null, declined: true }, SAMPLE_NOW).asksCommunity,
    false,
  );
  assert.equal(homeLook(home, { ...told, communityId: null }, SAMPLE_NOW).asksCommunity, false);
});

test('a community whose name the seed does not give is offered as a placeholder (S15)', () => {
  const { communities: offered } = homeLook(home, told, SAMPLE_NOW);
  assert.deepEqual(
    offered.map(({ title }) => title),
    ['建国社区', '社区二（名称待填写）', '社区三（名称待填写）'],
  );
});

test('a class says what the reader has, else what the reader could have', () => {
  const word = (change: Partial<SessionCard>): string => seatWord({ ...table, ...change }).word;
  assert.equal(word({}), '还有 2 座');
  assert.equal(word({ left: 0 }), '可候补');
  assert.equal(word({ mine: { is: 'seated', since: 0 }, left: 0 }), '有您的座');
  assert.equal(word({ mine: { is: 'waiting', place: 3 } }), '候补第 3 位');
  assert.equal(word({ mine: { is: 'offered', until: 0 } }), '有座了，等您回话');
  assert.equal(word({ mine: { is: 'attended', at: 0, how: 'poster' }, state: 'ended' }), '到过了');
  assert.equal(word({ mine: { is: 'seated', since: 0 }, state: 'cancelled' }), '不上了');
  assert.equal(word({ state: 'published' }), '还没开始报名');
});

test('a teaching point without a name stays a placeholder in the row of the class', () => {
  const line = sessionLine(
    { ...table, venue: { id: 'second', name: null, communityId: 'second' } },
    SAMPLE_NOW,
  );
  assert.equal(line.sub, '37℃圆桌课堂\u00a0· 待填写');
  assert.deepEqual([line.spoken, line.title], ['今晚 6\u00a0点半有课', '楼道堆物怎么管']);
});

test('课堂 puts what one has signed up for first, then the days in order', () => {
  const view = schoolLook([camp, night, table], SAMPLE_NOW);
  assert.deepEqual(
    view.mine.map(({ id }) => id),
    ['s-mine'],
  );
  assert.deepEqual(
    view.groups.map(({ title, lines }) => [title, lines.length]),
    [
      ['今天', 1],
      ['明天', 1],
    ],
  );
});

test('办事 offers the seven kinds of service of the seed each leading to its shelf of the catalogue [S72]', () => {
  const ways = categoryWays();
  assert.deepEqual(
    ways.map(({ word }) => word),
    ['老年关爱', '温馨家庭', '儿童托管', '上门诊疗', '家政保洁', '居民“微心愿”', '跑腿代办'],
  );
  assert.ok(ways.every(({ link }) => link.startsWith('/packages/service/catalogue/catalogue?category=')));
});

test('a matter that somebody raised for another names for whom', () => {
  const card = {
    id: 'r',
    no: '1',
    kind: 'errand',
    title: '取药',
    stage: 'under_way',
    word: '在办',
    tone: 'frost',
    sentence: '',
    at: SAMPLE_NOW,
    forWhom: '王**',
    sample: false,
  } as const;
  assert.equal(requestLine(card, SAMPLE_NOW).note, '为王**代提\u00a0· 今天');
  assert.equal(requestLine({ ...card, forWhom: '' }, SAMPLE_NOW).note, '今天');
  assert.equal(
    serviceLook({ open: [], ended: Array.from({ length: 9 }, () => card) }, SAMPLE_NOW).ended.length,
    5,
  );
});

test('我的 needs no account: whoever has said nothing yet is addressed all the same', () => {
  const me = { ...resident, known: false, name: '', communityId: null };
  const view = meLook({ me, communities, openRequests: 0, seats: 0, desks: [] }, null);
  assert.deepEqual([view.name, view.letter, view.line], ['还没留称呼', '', '还没选社区\u00a0· 居民']);
});

test('我的 names the rights that one holds and where', () => {
  const me = {
    ...resident,
    roles: [
      { role: 'grid_worker', place: '建国社区北片' },
      { role: 'liaison', place: '' },
    ] as const,
  };
  const view = meLook(
    { me: { ...me, roles: [...me.roles] }, communities, openRequests: 2, seats: 1, desks: [] },
    null,
  );
  assert.equal(view.roles, '网格员（建国社区北片）、部门联络员');
  assert.equal(view.requests, '2 件在办');
});

test('a profile sends only what was changed, and nothing when nothing was', () => {
  assert.deepEqual(changesOf(resident, UNTOUCHED), {});
  assert.equal(profileForm(resident, UNTOUCHED, null).changed, false);
  assert.deepEqual(
    changesOf(resident, { ...UNTOUCHED, name: '张大娘', elder: true, communityId: 'jianguo' }),
    {},
  );
  assert.deepEqual(changesOf(resident, { ...UNTOUCHED, name: ' 张大姐 ', phone: ' 13800000000 ' }), {
    name: '张大姐',
    phone: '13800000000',
  });
});

test('telephone and address are asked for on their own; a name and a community are not', () => {
  assert.equal(needsConsent({ ...UNTOUCHED, name: '张', communityId: 'jianguo', elder: true }), false);
  for (const field of ['phone', 'building', 'door'] as const) {
    assert.equal(needsConsent({ ...UNTOUCHED, [field]: '3' }), true, field);
  }
});

test('a stored telephone number is never put into the form again', () => {
  assert.equal(profileForm(resident, UNTOUCHED, null).phone, '');
  assert.match(profileForm(resident, UNTOUCHED, null).phoneHint, /存着一个/);
});

test('谁办的这个小程序 shows every filing fact, a missing one as 待填写 [G13]', () => {
  const operator = {
    organisation: null,
    tenant: null,
    filingNo: null,
    icpNo: null,
    complaintPhone: null,
    updatedOn: null,
  };
  const lines = aboutLines(operator, '');
  assert.deepEqual(
    lines.map(({ key }) => key),
    ['主办', '使用', '政务应用备案编号', 'ICP 备案号', '内容更新', '版本'],
  );
  assert.ok(lines.slice(0, 5).every(({ value }) => value === '待填写'));
});

test('a message that was not read yet says so', () => {
  const item = { id: 'm', at: SAMPLE_NOW, title: '换灯', text: '下午来', link: '', read: false };
  assert.equal(messageLine(item, SAMPLE_NOW).unread, true);
  assert.equal(messageLine({ ...item, read: true }, SAMPLE_NOW).unread, false);
});

const seats: Seats = { capacity: 12, taken: 8, free: 2, elderFree: 2, held: 0 };

test('the table has as many seats as the room, with the free and the kept ones among them', () => {
  const { places, legend, number } = seatTable(seats, 2, false);
  const count = (kind: string): number => places.filter((place) => place.kind === kind).length;
  assert.deepEqual([places.length, count('free'), count('elder'), count('taken')], [12, 2, 2, 8]);
  assert.deepEqual(
    legend.map(({ word }) => word),
    ['空座', '给长者留', '有人了'],
  );
  assert.equal(number, '2 座');
});

test('my own seat is one of those that are taken', () => {
  const { places } = seatTable({ ...seats, taken: 9, free: 1 }, 1, true);
  const count = (kind: string): number => places.filter((place) => place.kind === kind).length;
  assert.deepEqual([count('mine'), count('free'), count('elder'), count('taken')], [1, 1, 2, 8]);
});

test('more than twenty seats are a sentence instead of a drawing, and a full room says what is left to do', () => {
  assert.deepEqual(seatTable({ ...seats, capacity: 30 }, 2, false).places, []);
  assert.match(seatTable({ ...seats, taken: 12, free: 0, elderFree: 0 }, 0, false).sentence, /候补/);
  assert.match(seatTable({ ...seats, taken: 10, free: 0 }, 0, false).sentence, /2 座给长者留着/);
});

test('a room whose numbers do not add up still draws each seat once', () => {
  const { places } = seatTable({ capacity: 4, taken: 4, free: 3, elderFree: 3, held: 0 }, 0, true);
  assert.equal(places.length, 4);
});

test('what waits says that nothing has to be said again; what came back says why', () => {
  const item = {
    rid: 'r1',
    name: 'request.submit',
    input: {},
    title: '水管冻了',
    at: 0,
    tries: 0,
    recording: null,
  } as const;
  const view = waitingLook([
    { ...item, state: 'waiting', says: '' },
    { ...item, rid: 'r2', state: 'refused', says: '有句话过不了审核' },
  ]);
  assert.equal(view.waiting, '有 1 件等着传');
  assert.deepEqual(
    view.cards.map(({ word, refused }) => [word, refused]),
    [
      ['等着传', false],
      ['没交上', true],
    ],
  );
  assert.equal(view.cards[1]?.sentence, '有句话过不了审核');
});
