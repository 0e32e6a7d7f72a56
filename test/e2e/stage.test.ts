import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../local/automator';
import { phoneAssets } from '../../local/phone/serve';
import { openStage } from '../../local/stage/serve';
import { ensureBrowser } from '../../tools/lib/browser';
import { wish } from '../functions/wish';
import { type Town, town } from '../support/town';
import { eventually } from './support/eventually';
import { builtPhone } from './support/phone-build';

const holders = ['resident', 'host', 'elder'].map((key) => ({
  openid: `sample-${key}`,
  label: key,
  name: '样例',
}));

/** Ten in the morning on the street, tomorrow. */
function tenTomorrow(): number {
  const day = 24 * 60 * 60 * 1000;
  // Midnight in Shanghai is 16:00 UTC.
  const midnight = Math.ceil((Date.now() + 8 * 3_600_000) / day) * day - 8 * 3_600_000;
  return midnight + 10 * 3_600_000;
}

describe('the stage of npm start', () => {
  let browser: Browser;
  let t: Town;
  let page: Page;
  const complaints: string[] = [];

  /** As npm start opens it; a second time it is the same street after a restart. */
  async function open(port: number): Promise<Town> {
    const assets = phoneAssets(await builtPhone(), '/phone/');
    const stage = await openStage(() => ({
      title: '样例街道',
      subtitle: '试一试',
      holders,
      opening: ['sample-resident', 'sample-host'],
      stories: [
        { title: '样例的事', holders: ['sample-elder', 'sample-resident', 'sample-host'], steps: ['说一句'] },
      ],
      posters: [],
      keptBuilt: false,
    }));
    // The machine's time, as `npm start` has it.
    return town({
      at: undefined,
      port,
      fallback(request, response) {
        if (!stage(request, response) && !assets(request, response)) response.writeHead(404).end();
      },
    });
  }

  before(async () => {
    t = await open(0);
    browser = await launchBrowser({ executablePath: ensureBrowser(console.log) });
    page = await (
      await browser.newContext({ viewport: { width: 1500, height: 1000 }, hasTouch: true })
    ).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(t.url);
    // What a stranger sees first.
    const first = page.getByRole('tab', { name: '先试试' });
    await eventually('it is the one that is up', async () =>
      assert.equal(await first.getAttribute('aria-selected'), 'true'),
    );
  });
  after(async () => {
    await browser.close();
    await t.close();
  });

  async function phone(place: number): Promise<Frame> {
    const element = await page.waitForSelector(`iframe[title^="第 ${place} 部手机"]`);
    const frame = await element.contentFrame();
    assert.ok(frame);
    await eventually('the phone has started', async () => {
      assert.equal(await frame.evaluate<boolean>('window.__phone.ready.then(() => true)'), true);
    });
    return frame;
  }
  /** The phones have read what they show: no call of theirs comes between. */
  async function atRest(): Promise<void> {
    for (const place of [1, 2]) await (await phone(place)).getByText('这两天的课').first().waitFor();
  }

  const focused = () =>
    page.evaluate<{ name: string; ring: string; tag: string }>(`(() => {
      const at = document.activeElement;
      const name = at.getAttribute('aria-label') || (at.tagName === 'IFRAME' ? at.title : at.textContent.trim());
      return { tag: at.tagName, name, ring: getComputedStyle(at).outlineStyle };
    })()`);

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

  test('every control is reached by Tab in the order of reading, with a name and a ring round it', async () => {
    await page.locator('body').evaluate((body) => {
      body.tabIndex = -1;
      body.focus();
    });
    const walk: string[] = [];
    while (walk.length < 30) {
      await page.keyboard.press('Tab');
      const { name, ring, tag } = await focused();
      assert.notEqual(name, '', `what has the focus after ${walk.at(-1)} has a name`);
      if (tag === 'IFRAME') {
        walk.push('phone');
        break;
      }
      assert.notEqual(ring, 'none', `${name} shows that it has the focus`);
      walk.push(name);
    }
    assert.deepEqual(walk, [
      '跳到手机',
      '+10 分',
      '+1 小时',
      '+4 小时',
      '+1 天',
      '2 部手机',
      '手机和窗口一样高',
      '旁边的板',
      '谁拿着',
      '字号',
      '网络',
      '从首页重新打开',
      'phone',
    ]);
  });

  test('arrows choose the number of phones and the side of the panel; Space shows and hides the panel', async () => {
    await page.getByRole('radio', { name: '2 部手机' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually('three phones', async () => assert.equal(await page.locator('iframe').count(), 3));
    assert.equal((await focused()).name, '3 部手机');
    await page.keyboard.press('ArrowLeft');
    await eventually('two phones', async () => assert.equal(await page.locator('iframe').count(), 2));

    await page.getByRole('tab', { name: '墙上的码' }).focus();
    await page.keyboard.press('End');
    const faults = page.getByRole('tab', { name: '出点毛病' });
    await eventually('the last tab', async () =>
      assert.equal(await faults.getAttribute('aria-selected'), 'true'),
    );
    await page.getByRole('tabpanel', { name: '出点毛病' }).waitFor();
    // A phone that has just started takes the focus once: whoever uses keys begins again at the tab.
    const arranged = async (): Promise<void> => {
      await faults.focus();
      for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
      await page.getByText('安排好了：写成了，可回话丢了').first().waitFor({ timeout: 3_000 });
    };
    await eventually('by keys alone', arranged, 30_000);
    assert.ok(t.faults.list().length > 0);

    await page.getByRole('button', { name: '旁边的板' }).focus();
    const panel = page.getByRole('complementary', { name: '旁边的板' });
    await page.keyboard.press('Space');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Space');
    await panel.waitFor();
  });

  test('what to try first is the first thing beside the phones, and gives them to the right hands by keys', async () => {
    const tab = page.getByRole('tab', { name: '先试试' });
    await tab.click();
    const lay = page.getByRole('button', { name: '把手机摆好：样例的事' });
    await lay.focus();
    await page.keyboard.press('Enter');
    await eventually('three phones', async () => {
      const titles = await page
        .locator('iframe')
        .evaluateAll((all) => all.map((one) => one.getAttribute('title')));
      assert.deepEqual(titles, [
        '第 1 部手机，elder（样例）拿着',
        '第 2 部手机，resident（样例）拿着',
        '第 3 部手机，host（样例）拿着',
      ]);
    });
    await page.getByRole('radio', { name: '3 部手机', checked: true }).waitFor();
    assert.match(await page.getByRole('region', { name: '样例的事' }).innerText(), /说一句/);
    await page.getByRole('radio', { name: '2 部手机' }).click();
    await page.getByLabel('谁拿着').nth(0).selectOption('sample-resident');
    await page.getByLabel('谁拿着').nth(1).selectOption('sample-host');
    await atRest();
  });

  test('a small window has it beside two phones, and nothing to scroll sideways with three', async () => {
    await page.setViewportSize({ width: 1000, height: 640 });
    const panel = page.getByRole('complementary', { name: '旁边的板' });
    await eventually('beside two phones', async () => {
      const beside = await panel.boundingBox();
      assert.ok(beside !== null && beside.y < 200 && beside.x + beside.width <= 1000, JSON.stringify(beside));
    });
    await page.getByRole('radio', { name: '3 部手机' }).click();
    await eventually('below three phones', async () => {
      const below = await panel.boundingBox();
      assert.ok(below !== null && below.y > 640, JSON.stringify(below));
    });
    await eventually('nothing to scroll sideways', async () =>
      assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), 1000),
    );
    await page.getByRole('radio', { name: '2 部手机' }).click();
    await page.setViewportSize({ width: 1500, height: 1000 });
    await atRest();
  });

  test('a fault is arranged by a button and taken back by another', async () => {
    t.faults.clear();
    await page.getByRole('tab', { name: '出点毛病' }).click();
    await page.getByRole('button', { name: /数据库说不行/ }).click();
    await page.getByText('还等着出的毛病：数据库 1 次').waitFor();
    assert.equal(t.faults.list().length, 1);
    await page.getByRole('button', { name: '都好了' }).click();
    await page.getByText('现在一切照常').waitFor();
    assert.equal(t.faults.list().length, 0);
  });

  test('a new message is read out and counted on its tab, and opens its page on the phone of whoever got it', async () => {
    await page.getByLabel('谁拿着').first().selectOption('sample-elder');
    // At night messages wait.
    await t.clock.set(tenTomorrow());
    await t.as('elder').call('me.subscribe', { answers: [{ template: 'progress', answer: 'accept' }] });
    const subscription = { openid: 'sample-elder', templateId: 'TOWN-PROGRESS' };
    await fetch(`${t.url}/control/subscriptions`, { method: 'POST', body: JSON.stringify(subscription) });
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想换个灯泡' });
    await t.as('dispatcher').call('request.decline', { id, reason: '没有这样的灯泡', whereTo: '五金店' });
    await t.sweep();
    await eventually('the message is read out', async () => {
      const said = await page.getByRole('status').allInnerTexts();
      assert.match(said.join('\n'), /elder（样例）收到一条消息：/);
    });
    const tab = page.getByRole('tab', { name: /消息/ });
    await eventually('it is counted', async () => assert.match(await tab.innerText(), /1/));
    await tab.click();
    await page.getByRole('log', { name: '微信送到的消息' }).waitFor();
    await eventually('and is new no more', async () => assert.doesNotMatch(await tab.innerText(), /1/));
    const elder = await phone(1);
    await page.getByRole('button', { name: /elder（样例）的手机上点开/ }).click();
    await eventually('the page is open', async () => {
      assert.equal(
        await elder.evaluate<string>('getCurrentPages().at(-1).route'),
        'packages/service/request/request',
      );
    });
    t.clock.reset();
    await page.getByRole('group', { name: '街上的时间' }).getByText('就是现在').waitFor();
  });

  test('the log says which action ran, and can leave out what nobody asked for', async () => {
    await page.getByRole('tab', { name: '函数日志' }).click();
    const log = page.getByRole('log', { name: '函数日志' });
    await log.getByText('request.decline').first().waitFor();
    const sweeps = log.locator('article', { hasText: '到点自己跑的' });
    await sweeps.first().waitFor();
    await page.getByLabel('看哪些').selectOption('people');
    await sweeps.first().waitFor({ state: 'hidden' });
  });

  test('the clock moves every phone, and says by how much', async () => {
    const before = await (await phone(1)).evaluate<number>('Date.now()');
    await page.getByRole('button', { name: '+1 小时' }).click();
    await eventually('the phone’s clock has moved', async () => {
      const after = await (await phone(1)).evaluate<number>('Date.now()');
      assert.ok(after - before > 3_500_000);
    });
    await page.getByRole('group', { name: '街上的时间' }).getByText('比现在晚 1 小时').waitFor();
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.getByRole('group', { name: '街上的时间' }).getByText('就是现在').waitFor();
  });

  test('the layout outlives a new visit and a restart of the street, which the stage waits for', async () => {
    await page.getByRole('radio', { name: '3 部手机' }).click();
    await page.getByLabel('谁拿着').nth(2).selectOption('sample-host');
    await page.getByLabel('字号').nth(2).selectOption('23');
    await page.getByLabel('网络').nth(2).selectOption('slow');
    await page.getByRole('radio', { name: '手机和真的一样大' }).click();
    await page.getByRole('button', { name: '旁边的板' }).click();
    const asLeft = async () => {
      await eventually('three phones', async () => assert.equal(await page.locator('iframe').count(), 3));
      const third = await phone(3);
      const now = '{ ...__phone.host.conditions, holder: __phone.host.boot.device }';
      await eventually('the third phone is as it was left', async () => {
        const { fontSize, network, holder } = await third.evaluate<Record<string, unknown>>(`(${now})`);
        assert.deepEqual([fontSize, network, holder], [23, 'slow', 'sample-host']);
      });
      await page.getByRole('radio', { name: '手机和真的一样大', checked: true }).waitFor();
      assert.equal(await page.getByRole('complementary').count(), 0);
    };
    await page.reload();
    await asLeft();

    const port = Number(new URL(t.url).port);
    await t.close();
    await page.getByText('这条街歇着呢').waitFor();
    t = await open(port);
    await page.getByText('这条街歇着呢').waitFor({ state: 'hidden' });
    await asLeft();
    await page.getByRole('button', { name: '旁边的板' }).click();
    await page.getByRole('tab', { name: '函数日志', selected: true }).waitFor();
    assert.deepEqual(complaints, []);
  });
});
