import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LEDGER_SHEETS, type LedgerSheet } from '@contract/words';
import readXlsxFile from 'read-excel-file/node';
import { monthOf } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import type { Activity } from '../../cloudfunctions/service/activity/model';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import { MORNING } from '../support/morning';
import { newRid, type Town, town } from '../support/town';
import { paired } from './pairs';
import { wish } from './wish';

const MONTH = monthOf(MORNING);

/** As the person who opens the file sees it: each line by the titles of its columns. */
type Opened = Record<string, Record<string, string>[]>;

async function opened(url: string): Promise<Opened> {
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  const sheets = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
  return Object.fromEntries(
    sheets.map(({ sheet, data: [head = [], ...rows] }) => [
      sheet,
      rows.map((row) =>
        Object.fromEntries(head.map((title, index) => [String(title), String(row[index] ?? '')])),
      ),
    ]),
  );
}

/** With its first mark, which `text()` would swallow. */
async function textAt(url: string): Promise<string> {
  return Buffer.from(await (await fetch(url)).arrayBuffer()).toString('utf8');
}

describe('ledgers, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  /** What is stored, read past every action. */
  function stored<Doc>(collection: string): Doc[] {
    // The store holds what the repository of that collection wrote.
    return t.store.find(collection, {}).documents as unknown as Doc[];
  }
  const inMonth = (time: number) => new Date(time + 8 * 3_600_000).toISOString().startsWith(MONTH);

  test('the month opens in a spreadsheet and says what the documents say, nothing typed again [S32]', async () => {
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想剪头发，住三单元' });
    await t.as('dispatcher').call('request.publish', {
      id,
      title: '剪头发',
      publicText: '想有人上门剪头发',
      category: 'elder_care',
    });
    await t.as('elder').call('request.submit', { ...wish, kind: 'errand', text: '替我拿药' });
    await t.as('member').call('home_lesson.book', { pairId: await paired(t), at: t.clock.now() + 3_600_000 });
    await t.as('resident').call('session.take', { id: 's-now' });
    await t.as('resident').call('activity.join', { id: 'a-hair' });
    const file = await t.as('office').call('ledger.export', { month: MONTH, as: 'workbook' });
    assert.equal(file.name, `台账-${MONTH}.xlsx`);
    const book = await opened(file.url);
    assert.deepEqual(Object.keys(book), Object.values(LEDGER_SHEETS));
    for (const { sheet, rows } of file.sheets) assert.equal(book[LEDGER_SHEETS[sheet]]?.length, rows, sheet);

    const requests = stored<ServiceRequest>('requests').filter(({ createdAt }) => inMonth(createdAt));
    const written = (sheet: LedgerSheet) => book[LEDGER_SHEETS[sheet]] ?? [];
    assert.deepEqual(
      written('wishes')
        .map((line) => line['编号'])
        .sort(),
      requests
        .filter(({ kind }) => kind === 'wish')
        .map(({ no }) => no)
        .sort(),
    );
    assert.deepEqual(
      written('errands')
        .map((line) => line['编号'])
        .sort(),
      requests
        .filter(({ kind }) => kind !== 'wish')
        .map(({ no }) => no)
        .sort(),
    );
    const sessions = stored<Session>('sessions').filter(
      ({ startsAt, shelf }) => shelf !== 'hidden' && inMonth(startsAt),
    );
    const activities = stored<Activity>('activities').filter(({ startsAt }) => inMonth(startsAt));
    assert.equal(written('classes').length, sessions.length + activities.length);
    assert.equal(
      written('roster').length,
      sessions
        .filter(({ state }) => state !== 'cancelled')
        .reduce((sum, { holders }) => sum + holders.length, 0),
    );
    assert.equal(written('lessons').length, 1);
    assert.equal(written('lessons')[0]?.['怎么记的'], '', 'nobody has been there yet');
    const haircut = written('wishes').find((line) => line['事项'] === '剪头发');
    assert.deepEqual([haircut?.['本人说'], haircut?.['情况']], ['还没说', '在办']);
  });

  test('masked: no telephone, no doorplate, nobody’s own words, and only one’s own communities', async () => {
    await t.as('resident').call('request.submit', {
      ...wish,
      communityId: 'second',
      kind: 'errand',
      text: '我家老头子住院了，帮着问问',
    });
    const office = await opened(
      (await t.as('office').call('ledger.export', { month: MONTH, as: 'workbook' })).url,
    );
    const text = JSON.stringify(office);
    for (const hidden of ['13912345678', '三单元', '402', '住院', '样例楼'])
      assert.ok(!text.includes(hidden), hidden);
    assert.ok(office['代办']?.some((line) => line['社区'] === '社区（待填写）'));
    const desk = await opened(
      (await t.as('dispatcher').call('ledger.export', { month: MONTH, as: 'workbook' })).url,
    );
    assert.deepEqual(new Set(desk['代办']?.map((line) => line['社区'])), new Set(['建国社区']));
  });

  test('the same request makes one export, written down once, with the same file', async () => {
    const rid = newRid();
    const input = { month: MONTH, as: 'workbook' } as const;
    const one = await t.as('office').call('ledger.export', input, rid);
    const two = await t.as('office').call('ledger.export', input, rid);
    assert.deepEqual(one.sheets, two.sheets);
    const doc = stored<{ month: string; exports: { rid: string }[] }>('ledgers').flatMap((each) =>
      each.exports.filter((entry) => entry.rid.endsWith(rid)),
    );
    assert.equal(doc.length, 1);
  });

  test('one sheet as CSV for another platform; a cell that could run as a formula stays text', async () => {
    const file = await t.as('office').call('ledger.export', { month: MONTH, as: 'hours' });
    assert.equal(file.name, `时长-${MONTH}.csv`);
    const csv = await textAt(file.url);
    assert.match(csv, /^\uFEFF"日期","服务队","类别"/);
    assert.match(csv, /\r\n$/);
  });

  test('an empty month is an empty workbook, and months do not mix', async () => {
    const file = await t.as('office').call('ledger.export', { month: '2031-01', as: 'workbook' });
    assert.ok(file.sheets.every(({ rows }) => rows === 0));
    assert.equal((await opened(file.url))['活动']?.length, 0);
  });
});

test('columns are configuration: chosen, ordered and renamed for whoever imports them', async () => {
  const ledgerColumns = {
    wishes: [
      ['no', '诉求编号'],
      ['person', '群众'],
      ['later', '备注'],
    ],
  };
  const t = await town({ environment: { RS_SETTINGS: JSON.stringify({ ledgerColumns }) } });
  try {
    await t.as('elder').call('request.submit', wish);
    const month = new Date(t.clock.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const file = await t.as('office').call('ledger.export', { month, as: 'wishes' });
    const [head = '', line = ''] = (await textAt(file.url)).split('\r\n');
    assert.equal(head, '\uFEFF"诉求编号","群众","备注"');
    assert.match(line, /^"\d{4}-[0-9A-Z]{4}","本人",""$/);
  } finally {
    await t.close();
  }
});
