import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RouteView, StopView, WalkView } from '../../../../miniprogram/contract/route';
import { bookLook, EMPTY, wishOf } from '../../../../miniprogram/packages/school/book/book.view';
import { routeLook } from '../../../../miniprogram/packages/school/route/route.view';
import { describedAs, deskLook } from '../../../../miniprogram/packages/school/telling/telling.view';
import { walkLook } from '../../../../miniprogram/packages/school/walk/walk.view';

/** 2026-11-23 12:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 23, 4);

function stop(change: Partial<StopView>): StopView {
  return {
    id: 'a',
    route: 'silver_talk',
    kind: 'person',
    name: '样例甲',
    title: null,
    topic: '往事',
    manner: null,
    consent: 'given',
    months: [
      { month: '2026-11', state: 'open', left: 2 },
      { month: '2026-12', state: 'open', left: 2 },
      { month: '2027-01', state: 'open', left: 2 },
    ],
    taken: [],
    unitConfirms: false,
    most: null,
    safety: null,
    sample: true,
    next: ['book'],
    ...change,
  };
}

const rested = stop({
  id: 'b',
  name: '样例乙',
  months: [
    { month: '2026-11', state: 'resting', left: 2 },
    { month: '2026-12', state: 'open', left: 1 },
    { month: '2027-01', state: 'open', left: 2 },
  ],
});

function route(stops: StopView[]): RouteView {
  return {
    code: 'silver_talk',
    name: '银龄说课',
    alias: '银龄党课',
    aim: null,
    openEnded: false,
    monthlyCap: 2,
    stops,
  };
}

test('who rests says so, with the month that can be booked; who waits for their own word cannot be booked', () => {
  const silent = stop({ id: 'c', consent: 'waiting', months: [], next: [] });
  const look = routeLook(route([stop({}), rested, silent]));
  assert.deepEqual(
    look.stops.map(({ word, later, canBook }) => [word, later, canBook]),
    [
      ['能约', '', true],
      ['这个月歇歇', '12月能约', true],
      ['待本人同意', '', false],
    ],
  );
  assert.equal(look.alias, '也叫银龄党课');
});

test('where a month is closed, the others that can be visited in it are named [S23]', () => {
  const draft = { ...EMPTY, stopId: 'b' };
  const first = bookLook(route([stop({}), rested]), draft, '', NOW);
  assert.equal(first.month, '2026-12', 'the first month that is open');
  const lastDay = bookLook(route([stop({})]), { ...EMPTY, stopId: 'a' }, '', Date.UTC(2026, 10, 30, 4));
  assert.equal(lastDay.month, '2026-12', 'on the last of November there is no day left in it');
  const closed = bookLook(route([stop({}), rested]), draft, '2026-11', NOW);
  assert.equal(closed.monthNote, '11月歇着。换个月，能约样例甲');
  assert.deepEqual(closed.instead, [{ id: 'a', word: '约样例甲' }]);
  assert.deepEqual(first.instead, [], 'nobody is turned to another where this one can be had');
  assert.ok(closed.cells.every(({ can }) => !can));
});

test('days can be chosen from tomorrow on, not the taken ones; what is missing is asked one by one', () => {
  const one = stop({ taken: ['2026-11-25'], most: 10 });
  const draft = { ...EMPTY, stopId: 'a' };
  const look = bookLook(route([one]), draft, '', NOW);
  const can = look.cells.filter((cell) => cell.can).map(({ word }) => word);
  assert.deepEqual(can, ['24', '26', '27', '28', '29', '30']);
  assert.equal(
    look.cells[0]?.word,
    '23',
    'weeks that are over are left out, this one begins with its Monday',
  );
  const december = bookLook(route([one]), draft, '2026-12', NOW);
  assert.equal(
    december.cells.findIndex(({ word }) => word === '1'),
    1,
    '2026-12-01 is a Tuesday',
  );
  assert.equal(look.missing, '挑个日子');
  const day = look.cells.find(({ word }) => word === '24')?.at ?? 0;
  const full = { ...draft, day, size: '11', group: ' 样例支部 ', communityId: 'jianguo' };
  assert.equal(bookLook(route([one]), full, '', NOW).missing, '一次最多 10 人');
  const good = { ...full, size: '10' };
  assert.equal(bookLook(route([one]), good, '', NOW).missing, '');
  assert.deepEqual([wishOf(good).size, wishOf(good).group], [10, '样例支部']);
});

test('a walk says what comes next to both sides, and shows only the commands of the reply', () => {
  const walk: WalkView = {
    id: 'w',
    stop: { id: 'a', name: '样例甲', title: null, kind: 'person', route: 'silver_talk' },
    startsAt: NOW + 86_400_000,
    half: 'morning',
    size: 6,
    group: '样例支部',
    communityId: 'jianguo',
    state: 'asked',
    reason: '',
    lapsed: false,
    safety: null,
    mine: true,
    sample: true,
    next: ['cancel'],
  };
  assert.equal(walkLook(walk, NOW).sentence, '问去了，等本人回话');
  assert.deepEqual(walkLook(walk, NOW).can, { confirm: false, decline: false, cancel: true });
  const other = { ...walk, mine: false, next: ['confirm' as const, 'decline' as const] };
  assert.equal(walkLook(other, NOW).sentence, '行不行，您说了算');
  const lapsed = { ...walk, state: 'declined' as const, lapsed: true, next: [] };
  assert.match(walkLook(lapsed, NOW).sentence, /没等到回话/);
  const desk = deskLook([stop({ next: ['rest', 'withdraw'] })], [other], NOW);
  assert.deepEqual([desk.asked[0]?.title, desk.newcomer], ['样例支部', false]);
  assert.equal(desk.stops[0]?.facts, '这个月还能讲 2\u00a0回');
});

test('how many people is a number from 1 to 60, or left open', () => {
  assert.deepEqual(describedAs('', ' '), { most: null, safety: null });
  assert.deepEqual(describedAs('12', '戴帽'), { most: 12, safety: '戴帽' });
  for (const wrong of ['0', '61', '2.5', '几个']) assert.equal(describedAs(wrong, ''), null);
});
