import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LEDGER_SHEETS } from '../../../../miniprogram/contract/words';
import { burdenLook } from '../../../../miniprogram/packages/paper/burden/burden.view';
import { JOBS } from '../../../../miniprogram/packages/paper/burden/taps';
import {
  complaintOf,
  isMatter,
  missingIn,
  NOTHING,
  pageOf,
  saidIn,
  slipsFor,
  submission,
} from '../../../../miniprogram/packages/paper/in/in.view';
import { monthChoices, sheetLines } from '../../../../miniprogram/packages/paper/ledger/ledger.view';
import { SAMPLE_NOW } from '../../../pages/samples/clock';

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
      pageOf({ is: 'request', id: 'r', no: '1', title: '灯' }, roles);
    assert.equal(page(['dispatcher']), '/packages/office/matter/matter?id=r');
    assert.equal(page(['grid_worker']), '/packages/grid/task/task?id=r');
    assert.match(pageOf({ is: 'card', code: 'ABCD2345' }, []), /household\?scene=h%3DABCD2345$/);
    assert.equal(pageOf({ is: 'session', id: 's', title: '课', startsAt: 0 }, []), '');
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
  const view = { month: '2026-11', lines: 40, sheets: 3, slips: 5, lessons: 2 };

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
    assert.equal(jobs.length, JOBS.length);
    for (const { value } of jobs) assert.match(value, /^点 \d+ 下$/);
  });
});
