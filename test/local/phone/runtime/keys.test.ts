import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

/** A phone under somebody's keyboard instead of their finger. */
describe('the keyboard on a phone', () => {
  let phone: OpenedPhone;
  before(async () => {
    phone = await openPhone('keys');
    await phone.page.bringToFront();
  });

  const press = (key: string) => phone.page.keyboard.press(key);
  const focused = () => phone.page.evaluate(() => document.activeElement?.id ?? '');
  const path = () => phone.page.evaluate(() => getCurrentPages().map(({ route }) => route));
  const focus = (selector: string) => phone.page.locator(selector).focus();

  test('a screen reader meets the page in the order of reading, with the names and roles that it was given', async () => {
    const list = phone.page.locator('.phone-view[data-path="pages/list/list"] .phone-web');
    assert.equal(
      await list.ariaSnapshot(),
      [
        '- heading "早上好" [level=1]',
        '- button "第一件": 一',
        '- text: 没有角色的，按不到',
        '- button "问一句"',
        '- textbox "写点什么"',
        '- link "第三件"',
      ].join('\n'),
    );
  });

  test('Tab goes through what can be pressed in the order of the page, and shows where it is', async () => {
    await focus('#first');
    const walk = [await focused()];
    for (let step = 0; step < 3; step += 1) {
      await press('Tab');
      walk.push(await focused());
    }
    assert.deepEqual(walk, ['first', 'second', '', 'third']);
    const ring = await phone.page.locator('#third').evaluate((node) => getComputedStyle(node).outlineStyle);
    assert.notEqual(ring, 'none');
  });

  test('Enter opens a page, Escape goes back to what was pressed', async () => {
    await focus('#first');
    await press('Enter');
    await phone.page.locator('#there').waitFor();
    await press('Tab');
    const bar = await phone.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(bar, '返回', 'the bar above a page comes before the page');
    await press('Tab');
    assert.equal(await focused(), 'there');
    await press('Escape');
    await phone.page.locator('#there').waitFor({ state: 'detached' });
    assert.deepEqual(await path(), ['pages/list/list']);
    assert.equal(await focused(), 'first');
    await press('Escape');
    assert.deepEqual(await path(), ['pages/list/list'], 'the first page has nothing behind it');
  });

  test('a modal part of a page keeps Tab inside, and Escape presses what closes it', async () => {
    await focus('#second');
    await press('Space');
    await phone.page.locator('#sheet').waitFor();
    const walk: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await press('Tab');
      walk.push(await focused());
    }
    assert.deepEqual(walk, ['yes', 'no', 'yes']);
    await press('Shift+Tab');
    assert.equal(await focused(), 'no');
    await press('Escape');
    await phone.page.locator('#sheet').waitFor({ state: 'detached' });
    assert.equal(await phone.page.evaluate(() => getCurrentPages()[0]?.data['answer']), 'no');
  });

  test('Escape cancels a question of WeChat’s own where it has a cancel, and leaves one that must be answered', async () => {
    const asked = phone.page.evaluate(
      () =>
        new Promise((done) => {
          wx['showModal']?.({ content: '走吗', success: done });
        }),
    );
    await phone.page.getByRole('alertdialog').waitFor();
    await press('Escape');
    const { confirm, cancel } = Object(await asked);
    assert.deepEqual({ confirm, cancel }, { confirm: false, cancel: true });
    await phone.page.evaluate(() => void wx['showModal']?.({ content: '知道', showCancel: false }));
    await phone.page.getByRole('alertdialog').waitFor();
    await press('Escape');
    await phone.page.getByRole('button', { name: '确定' }).click();
    assert.deepEqual(await phone.problems(), []);
  });
});
