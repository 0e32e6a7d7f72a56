import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_SAID } from '../../cloudfunctions/core/voice';
import { nextMatter } from '../../cloudfunctions/home/next-matter';
import {
  CONFIRM_ALOUD,
  cardAloud,
  comingAloud,
  DANGER_ALOUD,
  homeAloud,
  menuAloud,
  requestAloud,
  sessionAloud,
  timeAloud,
  visitAloud,
} from '../../cloudfunctions/home/read-aloud/words';
import { STATE_WORDS } from '../../cloudfunctions/service/request/words';
import { aloudLook } from '../../miniprogram/components/read-aloud/read-aloud.view';
import type { RequestState } from '../../miniprogram/contract/request-states';
import type { Enrolment, SessionCard } from '../../miniprogram/contract/school';
import type { RequestCard } from '../../miniprogram/contract/service';
import { sessionCards } from '../pages/samples/school';

/** 13 May 2026, ten in the morning in Shanghai. */
const NOW = Date.UTC(2026, 4, 13, 2);
const HOUR = 3_600_000;
// The keys of a record over all states.
const STATES = Object.keys(STATE_WORDS) as RequestState[];

const typed = '某人写的';
const lines = {
  who: { name: `${typed}**`, role: '网格员', sample: false },
  where: typed,
  when: null,
  whenText: '明天前',
  call: { label: typed, phone: typed },
  visitor: null,
};

const card = (state: RequestState): RequestCard => {
  const { stage, word, tone } = STATE_WORDS[state];
  const no = { id: 'r', no: typed, kind: 'wish', title: typed, sentence: typed } as const;
  return { ...no, stage, word, tone, at: NOW, forWhom: typed, sample: false };
};

const NOTHING = { owed: [], open: [], classes: [], visits: [] };

test('in every state a matter is said in one breath, and in nobody’s typed words', () => {
  for (const state of STATES) {
    const { stage, word } = STATE_WORDS[state];
    const next = ['answer', 'confirm'] as const;
    const said = requestAloud({ state, stage, word, forWhom: typed, lines, next: [...next] });
    assert.ok(said.includes(word), state);
    assert.doesNotMatch(said, /某人|\*/, state);
    assert.ok([...said].length <= LONGEST_SAID, state);
    const home = homeAloud(nextMatter({ ...NOTHING, open: [cardAloud(card(state), state)] }, NOW));
    assert.ok(home.includes(word), state);
    assert.doesNotMatch(home, /某人|\*/, state);
  }
});

test('what is over names nobody any more', () => {
  const { stage, word } = STATE_WORDS.closed;
  const said = requestAloud({ state: 'closed', stage, word, forWhom: '', lines, next: [] });
  assert.equal(said, '您这件事，办完了。');
});

test('a class that was called off or put off asks nobody whether they come, and says so aloud', () => {
  const [first] = sessionCards(NOW);
  assert.ok(first);
  const offered = { ...first, mine: { is: 'offered', until: NOW + 3_600_000 } } as const;
  assert.equal(nextMatter({ ...NOTHING, classes: [{ ...offered, state: 'open' }] }, NOW)?.kind, 'offer');
  for (const state of ['cancelled', 'postponed'] as const) {
    assert.equal(nextMatter({ ...NOTHING, classes: [{ ...offered, state }] }, NOW), null, state);
    assert.ok(!sessionAloud({ ...offered, state }, NOW).includes('去不去'), state);
  }
});

test('a visit is said with the office of who comes, and with the code before the door', () => {
  const visit = {
    ...{ id: 'v', visitor: { picture: '', rings: false }, at: NOW + HOUR, title: typed, requestId: null },
    ...{ code: '4321', until: NOW + 2 * HOUR, forWhom: `${typed}**`, sample: false },
    who: { name: `${typed}**`, role: '网格员', sample: false },
  };
  assert.equal(
    homeAloud(nextMatter({ ...NOTHING, visits: [visitAloud(visit)] }, NOW)),
    '网格员，今天 11:00 前后到您惦记的老人家。对上敲门码，再开门。',
  );
});

test('where nothing waits the way in is said', () => {
  assert.match(homeAloud(null), /眼下没有等您的事.*按住说话/);
});

test('a class is said with its time as one speaks, its place, and one’s own seat', () => {
  const session: SessionCard = {
    ...{ id: 's', title: '手机课', program: 'roundtable_37c', brand: null, method: 'seminar' },
    ...{ startsAt: NOW + 5.5 * HOUR, endsAt: NOW + 7 * HOUR, state: 'open', left: 1, waiting: 0 },
    ...{ venue: { id: 'v', name: '总校', communityId: 'jianguo' }, mine: { is: 'none' }, sample: false },
  };
  const say = (mine: Enrolment, now = NOW) => sessionAloud({ ...session, mine }, now);
  assert.equal(say({ is: 'none' }), '手机课。今天下午 3 点半，在总校。');
  assert.match(say({ is: 'seated', since: 0 }), /座给您留好了/);
  assert.match(say({ is: 'seated', since: 0 }, NOW + 8 * HOUR), /上完了/);
  assert.match(say({ is: 'waiting', place: 2 }), /您排第 2 位/);
  assert.match(say({ is: 'offered', until: NOW + HOUR }), /给您留到今天上午 11 点/);
  assert.match(sessionAloud({ ...session, state: 'cancelled' }, NOW), /不上了/);
  const moved = sessionAloud({ ...session, undecided: true }, NOW);
  assert.match(moved, /定下来告诉您/);
  assert.doesNotMatch(moved, /点/, 'the old time is not said');
});

test('who comes today is said by their offices, with the code before the door, in one breath', () => {
  const visit = (at: number, forWhom = '') => ({
    ...{ id: 'v', visitor: { picture: '', rings: false }, at, title: typed, requestId: null },
    ...{ code: '4321', until: NOW + 2 * HOUR, forWhom, sample: false },
    who: { name: `${typed}**`, role: '网格员', sample: false },
  });
  assert.match(comingAloud([], NOW), /先别开/);
  const one = comingAloud([visit(NOW + HOUR)].map(visitAloud), NOW);
  assert.match(one, /^网格员，今天上午 11 点前后，到您家。先对敲门码，对上了再开门。/);
  const many = [visit(NOW + HOUR), visit(NOW + 2 * HOUR, typed), visit(NOW + 3 * HOUR)].map(visitAloud);
  const said = comingAloud(many, NOW);
  assert.match(said, /您惦记的老人家。一共来 3 趟/);
  assert.doesNotMatch(said, /某人|4321|\*/);
  assert.ok([...said].length <= LONGEST_SAID);
});

test('of the menu three titles are said and how to order, however long the titles are', () => {
  const said = menuAloud(['手机课', '剪纸', '合唱', '太极']);
  assert.match(said, /有 4 门课能点。排在前头的是手机课、剪纸、合唱。/);
  assert.doesNotMatch(said, /太极/);
  const long = menuAloud(['长'.repeat(20), '长'.repeat(20), '长'.repeat(20), '长'.repeat(40)]);
  assert.ok([...long].length <= LONGEST_SAID, 'how to order is still said');
  assert.match(long, /打电话点课也行。$/);
  assert.match(menuAloud([]), /没有能点的课/);
});

test('what needs no reader is one breath, too', () => {
  for (const said of [CONFIRM_ALOUD, DANGER_ALOUD]) assert.ok([...said].length <= 80);
});

test('a clock is said as one says it', () => {
  const at = (hour: number, minute: number) => timeAloud(Date.UTC(2026, 4, 13, hour - 8, minute), NOW);
  assert.deepEqual(
    [at(9, 0), at(12, 30), at(14, 5), at(18, 30)],
    ['今天上午 9 点', '今天中午 12 点半', '今天下午 2 点 5 分', '今天晚上 6 点半'],
  );
});

test('the button says what it does next, and a failure stays on the page', () => {
  assert.deepEqual(aloudLook('idle', '', ''), { word: '念给我听', icon: 'sound', note: '' });
  assert.deepEqual(aloudLook('playing', '手机课。', ''), {
    word: '停',
    icon: 'stop-circle',
    note: '手机课。',
  });
  assert.equal(aloudLook('asking', '', '').word, '停');
  assert.deepEqual(aloudLook('failed', '手机课。', '念不出来').note, '念不出来');
});
