import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPhone } from '../open';

const data = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((key) => getCurrentPages().at(-1)?.data[key], name);
const settled = (page: Page): Promise<void> => page.waitForTimeout(450);

describe('TDesign on the phone', () => {
  for (const touch of [false, true]) {
    test(`its forms answer to ${touch ? 'a finger' : 'a mouse'}`, async () => {
      const phone = await openPhone('tdesign', { touch });
      const { page } = phone;
      const press = async (text: string): Promise<void> => {
        const target = page.getByText(text, { exact: true }).first();
        await (touch ? target.tap() : target.click());
      };
      await press('报名 0');
      await press('场馆');
      assert.equal(await data(page, 'taps'), 2, 'a button and a cell');
      await press('记录');
      assert.equal(await data(page, 'tab'), 'past');
      await press('已选');
      assert.equal(await data(page, 'tag'), false);
      await (touch ? page.locator('.t-switch').tap() : page.locator('.t-switch').click());
      assert.equal(await data(page, 'remind'), true);
      await page.locator('.t-input input').fill('王芳');
      assert.equal(await data(page, 'name'), '王芳');
      await page.locator('.t-textarea textarea').fill('带轮椅');
      assert.equal(await data(page, 'memo'), '带轮椅');
      assert.match(await page.locator('.t-textarea').innerText(), /3\s*\/\s*50/);
      await press('带一位家人');
      assert.equal(await data(page, 'choice'), 'b');
      await press('我的');
      assert.equal(await data(page, 'bar'), 'mine');
      assert.deepEqual(await phone.problems(), []);
      await phone.close();
    });
  }

  test('its overlays open, answer and close', async () => {
    const phone = await openPhone('tdesign', { query: { start: '/pages/overlays/overlays' } });
    const { page } = phone;
    await page.getByText('弹出层', { exact: true }).click();
    await settled(page);
    assert.ok(await page.getByText('弹出内容').isVisible());
    await page.mouse.click(195, 200);
    await settled(page);
    assert.equal(await data(page, 'popup'), false, 'a tap beside a popup closes it');

    await page.getByText('对话框', { exact: true }).click();
    await settled(page);
    await page.locator('.t-dialog').getByText('确定', { exact: true }).click();
    await settled(page);
    assert.equal(await data(page, 'out'), '已取消');

    await page.getByText('消息', { exact: true }).click();
    await page.getByText('已为你保留名额').waitFor();

    await page.getByText('日期', { exact: true }).click();
    await settled(page);
    await page.locator('.t-picker__confirm:visible').click();
    await settled(page);
    assert.equal(await data(page, 'out'), '2024-05-06');
    assert.deepEqual(await phone.problems(), []);
    await phone.close();
  });

  test('its icons are drawn without a network, and its QR code is really there', async () => {
    const requests: string[] = [];
    const phone = await openPhone('tdesign', {
      query: { start: '/pages/overlays/overlays' },
      before: async (page) => void page.on('request', (request) => requests.push(request.url())),
    });
    const icon = phone.page.locator('.t-icon-info-circle-filled');
    const mask = await icon.evaluate((node) => getComputedStyle(node, '::before').maskImage);
    assert.match(mask, /^url\("data:image\/svg\+xml/);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(phone.url) && !url.startsWith('data:')),
      [],
      'nothing is asked of anybody else',
    );
    assert.ok((await phone.page.evaluate(() => __phone.visibleCodes())).some(({ width }) => width > 100));
    await phone.close();
  });
});
