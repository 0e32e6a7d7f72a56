import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../local/automator';
import { phoneAssets } from '../../local/phone/serve';
import { openStage } from '../../local/stage/serve';
import { ensureBrowser } from '../../tools/lib/browser';
import { type Town, town } from '../support/town';
import { eventually } from './support/eventually';
import { builtPhone } from './support/phone-build';

const holders = ['resident', 'host', 'elder'].map((key) => ({ openid: `sample-${key}`, label: key }));

describe('the stage of npm start', () => {
  let browser: Browser;
  let t: Town;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    const assets = phoneAssets(await builtPhone(), '/phone/');
    const stage = await openStage(() => ({
      title: '样例街道',
      holders,
      opening: ['sample-resident', 'sample-host'],
      posters: [],
    }));
    t = await town({
      fallback(request, response) {
        if (!stage(request, response) && !assets(request, response)) response.writeHead(404).end();
      },
    });
    browser = await launchBrowser({ executablePath: ensureBrowser(console.log) });
    page = await (
      await browser.newContext({ viewport: { width: 1500, height: 1000 }, hasTouch: true })
    ).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(t.url);
  });
  after(async () => {
    await browser.close();
    await t.close();
  });

  async function phone(place: number): Promise<Frame> {
    const element = await page.waitForSelector(`iframe[title="第 ${place} 部手机"]`);
    const frame = await element.contentFrame();
    assert.ok(frame);
    await eventually('the phone has started', async () => {
      assert.equal(await frame.evaluate<boolean>('window.__phone.ready.then(() => true)'), true);
    });
    return frame;
  }

  test('two phones side by side; the camera of one decodes the code on the glass of the other', async () => {
    await t.as('resident').call('session.take', { id: 's-now' });
    const [resident, host] = [await phone(1), await phone(2)];
    await host.evaluate('wx.navigateTo({ url: "/packages/office/console/console?id=s-now" })');
    await eventually('the code is drawn', async () => {
      assert.ok((await host.evaluate<number>('window.__phone.visibleCodes().length')) > 0);
    });
    await resident.evaluate('wx.navigateTo({ url: "/packages/school/check-in/check-in?id=s-now" })');
    await resident.getByText('扫一扫', { exact: true }).tap();
    await resident.locator('.phone-viewfinder__sight').first().tap();
    await resident.getByText('已经给您点上了').waitFor();
    const { arrived } = await t.as('host').call('session.console', { id: 's-now' });
    assert.equal(arrived, 1);
  });

  test('the clock moves both phones, another person takes a phone, and the layout is remembered', async () => {
    const before = await (await phone(1)).evaluate<number>('Date.now()');
    await page.getByRole('button', { name: '+1 小时' }).click();
    await eventually('the phone’s clock has moved', async () => {
      const after = await (await phone(1)).evaluate<number>('Date.now()');
      assert.ok(after - before > 3_500_000);
    });
    await page.getByLabel('谁拿着').first().selectOption('sample-elder');
    await page.getByRole('button', { name: '3 部手机' }).click();
    await page.reload();
    await eventually('three phones', async () => assert.equal(await page.locator('iframe').count(), 3));
    assert.equal(await page.getByLabel('谁拿着').first().inputValue(), 'sample-elder');
  });

  test('a fault is arranged by a button and taken back by another', async () => {
    await page.getByRole('tab', { name: '出点毛病' }).click();
    await page.getByRole('button', { name: '下一次写库：没写成' }).click();
    await page.getByText('安排好了').waitFor();
    assert.equal(t.faults.list().length, 1);
    await page.getByRole('button', { name: '都好了' }).click();
    await eventually('nothing is arranged', async () => assert.equal(t.faults.list().length, 0));
    assert.deepEqual(complaints, []);
  });
});
