import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lessonSlip } from '../proof/rows/paper';
import type { Phone } from './support/phone';
import { codeOn, codeOnCopy, keep, printed, printings } from './support/sheets';
import { openStreet, type Street } from './support/street';

describe('paper, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('[P9] every sheet is drawn whole, and a telephone reads the code on it [S16] [S52]', async () => {
    const phones = new Map<string, Promise<Phone>>();
    const phoneOf = (holder: string) => {
      const open = phones.get(holder) ?? street.phone(holder, { device: `paper-${holder}` });
      phones.set(holder, open);
      return open;
    };
    for (const { kind, holder, id, pages, code } of await printings(street.town)) {
      const phone = await phoneOf(holder);
      await phone.goto(`/packages/paper/print/print?kind=${kind}&id=${id}`);
      await phone.at('packages/paper/print/print');
      const sheets = await printed(phone);
      keep(kind, sheets);
      assert.equal(sheets.length, pages, kind);
      const read = sheets[0] === undefined ? null : codeOn(sheets[0]);
      assert.match(decodeURIComponent(read ?? ''), code, kind);
      const copied = sheets[0] === undefined ? null : codeOnCopy(sheets[0]);
      assert.equal(copied, read, `${kind}, copied in black and white`);
      await phone.back();
    }
    assert.deepEqual(await street.problems(), []);
  });

  test('[P9] a wish slip goes out from the desk, and comes back with three touches, marked as paper', async () => {
    const phone = await street.phone('dispatcher', { device: 'paper-desk', elder: 'large' });
    await phone.tab('我的');
    await phone.tap({ word: '印纸上的' });
    await phone.at('packages/paper/sheets/sheets');
    await phone.tap({ word: '建国社区党群服务中心' });
    await phone.tap('sheets-wish');
    await phone.at('packages/paper/print/print');
    const [sheet] = await printed(phone);
    assert.ok(sheet);
    await phone.tap('print-main');
    await phone.see('心愿单.pdf');
    await phone.glass.getByText('返回', { exact: true }).click();
    await phone.see('打开了');

    // Filled in by hand it lies in front of the desk's camera.
    await phone.goto('/packages/paper/in/in');
    await phone.showToCamera([`data:image/png;base64,${sheet.toString('base64')}`]);
    await phone.tap('in-scan');
    await phone.see('从建国社区党群服务中心来的纸');
    await phone.fill('in-text', '想有人上门量个血压');
    await phone.fill('in-name', '样例街坊');
    await phone.tap('in-hand-in');
    await phone.see('录好了，单号');
    const desk = await street.town.as('dispatcher').call('desk.triage', { communityId: 'jianguo' });
    const entered = desk.waiting.find(({ title }) => title.includes('量个血压'));
    assert.equal(entered?.channel, 'paper');

    // A card from the same box says what was not right: it goes to who answers complaints, without a name.
    await phone.tap({ word: '意见' });
    await phone.tap({ word: '办事的' });
    await phone.fill('in-text', '说好上午来的，等到下午');
    await phone.tap('in-hand-in');
    await phone.see('查询码');
    const desk2 = street.town.as('dispatcher');
    const [card] = (await desk2.call('complaint.desk', {})).items;
    const said = await desk2.call('complaint.get', { id: card?.id ?? '' });
    assert.deepEqual([said.words, said.channel, said.anonymous], ['说好上午来的，等到下午', 'paper', true]);
    assert.deepEqual(await street.problems(), []);
  });

  test('a roster that was ticked by hand is entered by touching the names', async () => {
    const { town } = street;
    await town.as('resident').call('session.take', { id: 's-now' });
    const { code } = await town.as('host').call('paper.print', { kind: 'roster', id: 's-now', month: null });
    const { endsAt } = await town.as('resident').call('session.get', { id: 's-now' });
    await street.pass(endsAt - town.clock.now() + 3 * 3_600_000);
    const phone = await street.phone('host', { device: 'paper-host' });
    await phone.goto('/packages/paper/in/in');
    await phone.fill('in-code', (code?.text ?? '').toLowerCase());
    await phone.tap('in-open');
    await phone.see({ test: 'in-mark' });
    const before = await phone.text('in-count');
    await phone.tap('in-mark');
    await phone.see('补上了');
    assert.notEqual(await phone.text('in-count'), before);
    assert.deepEqual(await street.problems(), []);
  });

  test('a home-lesson slip is copied by the desk, lost paper is refused, and who finds one learns whom to ring', async () => {
    const { town } = street;
    const [pair] = (await town.as('member').call('home_lesson.list', {})).pairs;
    const { id, code: lost } = await lessonSlip(town, pair?.id);
    const visitor = await street.phone('member', { device: 'paper-visitor' });
    await visitor.goto(`/packages/school/home-visit/home-visit?id=${id}`);
    await visitor.tap('visit-print');
    await visitor.at('packages/paper/sheets/sheets');
    await visitor.tap('sheets-revoke');
    await visitor.glass.getByText('作废', { exact: true }).click();
    await visitor.see('那个码不好使');
    await visitor.tap('sheets-home_lesson');
    const [sheet] = await printed(visitor);
    assert.ok(sheet);

    const desk = await street.phone('office', { device: 'paper-office' });
    await desk.goto('/packages/paper/in/in');
    await desk.fill('in-code', lost);
    await desk.tap('in-open');
    await desk.see('这张纸作废了');
    await desk.showToCamera([`data:image/png;base64,${sheet.toString('base64')}`]);
    await desk.tap('in-scan');
    await desk.at('packages/paper/lesson/lesson');
    await desk.fill('lesson-learned', '念了一段报');
    await desk.tap('lesson-signed');
    await desk.tap('lesson-main');
    await desk.see('有签字，这回齐了');

    const finder = await street.phone('resident', { device: 'paper-finder', elder: 'large' });
    const { code } = await town.as('member').call('paper.print', { kind: 'home_lesson', id, month: null });
    await finder.goto(`/packages/paper/in/in?scene=${encodeURIComponent(code?.scene ?? '')}`);
    await finder.see('这是送学记录条');
    assert.deepEqual(await street.problems(), []);
  });

  test('[P9] a slip that was lost on the way is called off at the desk, from 我的, and whoever scans it afterwards is told so', async () => {
    const { town } = street;
    const [pair] = (await town.as('member').call('home_lesson.list', {})).pairs;
    const { id } = await lessonSlip(town, pair?.id);
    const { code } = await town.as('member').call('paper.print', { kind: 'home_lesson', id, month: null });
    assert.ok(code);
    await street.pass(0);
    const finder = await street.phone('resident', { device: 'paper-finder' });
    await finder.openCode(`/packages/paper/in/in?scene=${encodeURIComponent(code.scene)}`);
    await finder.see('这是送学记录条');

    const desk = await street.phone('dispatcher', { device: 'paper-desk' });
    await desk.tab('我的');
    await desk.tap({ word: '纸上来的' });
    await desk.tap('in-lost');
    await desk.at('packages/paper/lost/lost');
    const out = (await town.as('dispatcher').call('paper.lesson_slips', {})).items;
    await desk.tap({ test: 'lost-revoke', nth: out.findIndex((slip) => slip.id === id) });
    await desk.answer('作废');
    await desk.see('作废了，告诉去的人再印一张');
    assert.equal(await desk.count('lost-slip'), out.length - 1);

    await finder.openCode(`/packages/paper/in/in?scene=${encodeURIComponent(code.scene)}`);
    await finder.see('这张纸作废了');
    await finder.see('送到社区窗口');
    assert.doesNotMatch(
      await finder.words(),
      /去印|送学条丢了|扫纸上的码/,
      'who found it is not at work here',
    );
    // At the desk it is told too, and the next one is scanned.
    await desk.back();
    await desk.at('packages/paper/in/in');
    await desk.mockScan({ path: `packages/paper/in/in?scene=${encodeURIComponent(code.scene)}` });
    await desk.tap('in-scan');
    await desk.see('这张纸作废了，用新印的那张');
    await desk.see({ test: 'in-scan' });
    assert.deepEqual(await street.problems(), []);
  });

  test('[P11] the office’s month end, by taps alone: the archive has filled itself, the workbook opens, next month’s classes go to the wall, and nothing was typed [S30] [S32]', async () => {
    const { town } = street;
    const held = await town.as('resident').call('session.get', { id: 's-now' });
    const lastMonth = monthOf(held.startsAt) !== monthOf(town.clock.now());
    const phone = await street.phone('office', { device: 'paper-office' });
    await phone.reLaunch('/pages/me/me');
    await phone.tap({ word: '档案' });
    await phone.see('自己进档');
    if (lastMonth) await phone.tap('archive-back');
    await phone.see(held.title);
    await phone.see('不到 5 人');
    await phone.tap('archive-copy');
    await phone.tap('privacy-agree');
    await phone.gone('privacy-agree');
    if (!(await phone.words()).includes('抄好了')) await phone.tap('archive-copy');
    await phone.see('抄好了');

    await phone.reLaunch('/pages/me/me');
    await phone.tap({ word: '台账' });
    await phone.at('packages/paper/ledger/ledger');
    await phone.tap({ test: 'ledger-month', nth: lastMonth ? 1 : 0 });
    await phone.tap('ledger-main');
    await phone.see('.xlsx');
    await phone.glass.getByText('返回', { exact: true }).click();
    await phone.see('导出来了');
    // Who was ticked on paper stands in it already.
    for (const sheet of ['classes', 'roster'])
      assert.match(await phone.text(`ledger-${sheet}`), /[1-9]\d* 行/, sheet);
    await phone.tap('ledger-roster');
    await phone.see('.csv');
    await phone.glass.getByText('返回', { exact: true }).click();
    await phone.tap('ledger-burden');
    await phone.see('替您省下的');
    await phone.see({ test: 'burden-job' });

    await phone.reLaunch('/pages/me/me');
    await phone.tap({ word: '印纸上的' });
    await phone.tap({ word: '建国社区党群服务中心' });
    await phone.tap({ word: nextMonthWord(town.clock.now()) });
    await phone.tap('sheets-timetable');
    const [timetable] = await printed(phone);
    assert.ok(timetable);
    await phone.tap('print-main');
    await phone.see('.pdf');
    assert.deepEqual(await street.problems(), []);
  });
});

/** `2026-11`, in China. */
const monthOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 7);

/** 12月 */
function nextMonthWord(time: number): string {
  const [, month = ''] = monthOf(time).split('-');
  return `${(Number(month) % 12) + 1}月`;
}
