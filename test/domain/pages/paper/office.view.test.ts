import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LEDGER_SHEETS } from '../../../../miniprogram/contract/words';
import { burdenLook } from '../../../../miniprogram/packages/paper/burden/burden.view';
import { JOBS } from '../../../../miniprogram/packages/paper/burden/taps';
import {
  complaintOf,
  foundLook,
  isMatter,
  missingIn,
  NOTHING,
  pageOf,
  paperWays,
  saidIn,
  slipsFor,
  submission,
} from '../../../../miniprogram/packages/paper/in/in.view';
import { monthChoices, sheetLines } from '../../../../miniprogram/packages/paper/ledger/ledger.view';
import {
  BLANK,
  enteredWords,
  lackIn,
  requestOf,
  slipLook,
  visitMoment,
} from '../../../../miniprogram/packages/paper/lesson/lesson.view';
import {
  missingNote,
  sheetRows,
  slipKind,
  slipLine,
} from '../../../../miniprogram/packages/paper/sheets/sheets.view';
import { SAMPLE_NOW } from '../../../pages/samples/clock';

const lesson = {
  is: 'home_lesson',
  id: 'l',
  at: SAMPLE_NOW - 86_400_000,
  slip: {
    elder: { name: '样例长者', role: '老同志', sample: true },
    visitor: { name: '样例党员甲', role: '上门的', sample: true },
    state: 'scheduled',
    awaited: true,
  },
} as const;

describe('录送学条', () => {
  test('the day is asked only where none that is past was appointed', () => {
    const look = slipLook(lesson, SAMPLE_NOW);
    assert.deepEqual([look?.days.length, look?.over], [0, '']);
    const open = slipLook({ ...lesson, at: null }, SAMPLE_NOW);
    assert.ok(open && look);
    assert.deepEqual(
      [open.days.length, open.days.every(({ at }) => at < SAMPLE_NOW + 86_400_000)],
      [6, true],
    );
    const copied = { ...BLANK, learned: '念报' };
    assert.deepEqual([lackIn(copied, look), lackIn({ ...copied, day: 1 }, open)], ['', '']);
    assert.match(lackIn(copied, open), /哪天/);
    assert.match(lackIn({ ...BLANK, signed: true }, look), /总得有一样/);
    const today = open.days.at(-1)?.at ?? 0;
    assert.ok((visitMoment(today, SAMPLE_NOW) ?? Infinity) <= SAMPLE_NOW, 'no visit of today is to come');
    assert.equal(visitMoment(0, SAMPLE_NOW), null);
  });

  test('one that is over says why, and a need goes on only when there are words for it', () => {
    const over = { ...lesson, slip: { ...lesson.slip, awaited: false, state: 'confirmed' as const } };
    assert.match(slipLook(over, SAMPLE_NOW)?.over ?? '', /录过了/);
    assert.equal(requestOf({ ...BLANK, request: 'wish' }), null);
    assert.equal(requestOf({ ...BLANK, request: 'wish', missing: '老花镜' }), 'wish');
    assert.match(enteredWords('confirmed', '样例长者', true), /签字.*交上去/);
    assert.match(enteredWords('recorded', '样例长者', false), /样例长者/);
  });
});

describe('印纸上的', () => {
  test('what is out is said with its edition, and what was revoked with its day', () => {
    const kinds = (notYet: readonly 'receipt'[]) =>
      sheetRows('request', 'r', '', notYet).map(({ kind }) => kind);
    assert.deepEqual([kinds([]).includes('receipt'), kinds(['receipt']).includes('receipt')], [true, false]);
    assert.match(missingNote(['receipt']), /办好了才印得着/);
    assert.deepEqual(slipLine({ good: null, revoked: [], notYet: [] }), { text: '还没印过', edition: 0 });
    const line = slipLine({
      notYet: [],
      good: { edition: 2, at: SAMPLE_NOW },
      revoked: [{ edition: 1, at: SAMPLE_NOW }],
    });
    assert.match(line.text, /第 2 版的码好使.*第 1 版.*作废了/);
    assert.equal(line.edition, 2);
    assert.deepEqual([slipKind('venue'), slipKind('card'), slipKind('request')], [null, null, 'door_note']);
  });
});

describe('纸上来的', () => {
  test('a card that says what was not right is a complaint: its words, its way, and nobody’s name', () => {
    const card = {
      ...NOTHING,
      kind: 'complaint',
      subject: 'service',
      text: ' 等到下午才来 ',
      name: '样例街坊',
      phone: '1',
    } as const;
    assert.equal(missingIn(card), '');
    assert.equal(isMatter(card), false);
    assert.deepEqual(complaintOf(card, 'jianguo'), {
      subject: 'service',
      words: '等到下午才来',
      communityId: 'jianguo',
      channel: 'paper',
    });
    assert.match(missingIn({ ...card, subject: '' }), /点一个/);
    assert.throws(() => complaintOf({ ...card, subject: 'weather' }, 'jianguo'));
    assert.match(saidIn('ABCD EFGH'), /ABCD EFGH/);
  });

  test('only who answers complaints enters them; everybody who enters slips enters the rest', () => {
    const offered = (roles: Parameters<typeof slipsFor>[0]) => slipsFor(roles).map(({ value }) => value);
    assert.deepEqual(offered(['grid_worker']), ['wish', 'errand', 'grid']);
    assert.deepEqual(offered(['dispatcher']), ['wish', 'errand', 'grid', 'complaint']);
  });

  test('a wish without a name is asked for one word, a matter of the building is not', () => {
    const wish = { ...NOTHING, text: '想理个发' };
    assert.match(missingIn(wish), /没留名/);
    const lamp = { ...wish, kind: 'grid' as const };
    assert.equal(missingIn(lamp), '');
    const { beneficiary, cameBy } = submission(lamp, 'jianguo');
    assert.deepEqual([beneficiary.who === 'other' && beneficiary.name, cameBy], ['没留名', 'paper']);
  });

  test('each target is entered where it belongs', () => {
    const page = (roles: Parameters<typeof slipsFor>[0]) =>
      pageOf({ is: 'request', id: 'r', no: '1', title: '灯' }, roles, '');
    assert.equal(page(['dispatcher']), '/packages/office/matter/matter?id=r');
    assert.equal(page(['grid_worker']), '/packages/grid/task/task?id=r');
    assert.equal(page([]), '/packages/service/request/request?id=r', 'whose matter it is');
    assert.match(pageOf({ is: 'card', code: 'ABCD2345' }, [], ''), /household\?scene=h%3DABCD2345$/);
    const session = { is: 'session', id: 's', title: '课', startsAt: 0 } as const;
    assert.equal(pageOf(session, ['host'], ''), '');
    assert.equal(pageOf(session, ['member'], ''), '/packages/school/session/session?id=s');
  });

  test('a slip of a home visit is entered by the desk, and leads the two of the visit to it', () => {
    assert.match(pageOf({ ...lesson, slip: null }, [], 'k=1'), /home-visit\?id=l$/);
    assert.match(pageOf(lesson, ['office'], 'k=8K4T'), /lesson\?code=k%3D8K4T$/);
  });

  test('who finds a paper reads what it is and whom to ring; who may say it on the phone is told where', () => {
    const counter = { name: '建国社区', phone: '0467', hours: null };
    const slip = foundLook({ is: 'found', of: 'home_lesson', counter }, []);
    assert.deepEqual([slip?.title, slip?.phone, slip?.say], ['这是送学记录条', '0467', '']);
    const box = { is: 'venue', id: 'v', title: '建国点', communityId: 'jianguo' } as const;
    assert.match(foundLook(box, ['member'])?.say ?? '', /say$/);
    assert.equal(foundLook(box, ['grid_worker']), null);
    assert.equal(foundLook(lesson, []), null);
  });

  test('printing and calling off paper is offered to who may: never to somebody who came by a code alone', () => {
    const none = { prints: false, revokes: false };
    for (const roles of [[], ['member', 'volunteer', 'liaison']] as const)
      assert.deepEqual(paperWays(roles), none);
    assert.deepEqual(paperWays(['host']), { prints: true, revokes: false });
    assert.deepEqual(paperWays(['member', 'office']), { prints: true, revokes: true });
  });
});

describe('台账', () => {
  test('all sheets stand there in order, counted once the month was made', () => {
    const titles = sheetLines(null).map(({ title, count }) => [title, count]);
    assert.deepEqual(
      titles,
      Object.values(LEDGER_SHEETS).map((title) => [title, '']),
    );
    const [first] = sheetLines(null);
    assert.ok(first);
    const made = { url: 'https://x', name: '台账.xlsx', sheets: [{ sheet: first.sheet, rows: 7 }] };
    assert.deepEqual(
      sheetLines(made).map(({ count }) => count),
      ['7 行', ...titles.slice(1).map(() => '')],
    );
  });

  test('this month and five before it, over the turn of a year', () => {
    const months = monthChoices(Date.parse('2026-02-10T10:00:00+08:00')).map(({ value }) => value);
    assert.deepEqual(months, ['2026-02', '2026-01', '2025-12', '2025-11', '2025-10', '2025-09']);
    assert.equal(monthChoices(SAMPLE_NOW).length, 6);
  });
});

describe('减负表', () => {
  const view = { month: '2026-11', lines: 40, sheets: 3, slips: 5, lessons: 2, wholeStreet: true };

  test('each figure says what was counted for it, and none is about a person', () => {
    const { figures, jobs, month } = burdenLook(view);
    assert.match(month, /11 ?月/);
    assert.deepEqual(
      figures.map(({ key, value }) => [key, value]),
      [
        ['lines', 40],
        ['sheets', 3],
        ['slips', 5],
        // Three places know of a visit and one was filled in: two are saved each time.
        ['lessons', 4],
      ],
    );
    for (const { how } of figures) assert.ok(how.length > 10, how);
    const desk = burdenLook({ ...view, wholeStreet: false });
    assert.match(desk.scope, /纸和活动数的是全街的/);
    for (const key of ['lines', 'slips'])
      assert.match(desk.figures.find((figure) => figure.key === key)?.how ?? '', /全街/, key);
    assert.equal(jobs.length, JOBS.length);
    for (const { value } of jobs) assert.match(value, /^点 \d+ 下$/);
  });
});
