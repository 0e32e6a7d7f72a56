import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

/** Calls a route of `wx`; answers 'ok' or the reason without its name. */
const go = (phone: OpenedPhone, route: string, url?: string): Promise<string> =>
  phone.page.evaluate(
    async ([name, to]) => {
      try {
        await wx[String(name)]?.(to === undefined ? {} : { url: to });
        return 'ok';
      } catch (error) {
        return (error as { errMsg: string }).errMsg;
      }
    },
    [route, url],
  );
const stack = (phone: OpenedPhone): Promise<string[]> =>
  phone.page.evaluate(() => getCurrentPages().map((page) => page.route));

describe('the page stack', () => {
  test('a page comes in from the right and leaves to the right, over the one that it covered', async () => {
    const phone = await openPhone('routes', { query: { automated: '0' } });
    const moving = () =>
      phone.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.phone-view')].map((view) => ({
          hidden: view.hidden,
          path: view
            .getAnimations()
            .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
            .map(({ transform }) => transform),
        })),
      );
    await go(phone, 'navigateTo', '/pages/target/target');
    assert.deepEqual(await moving(), [
      { hidden: false, path: [] },
      { hidden: false, path: ['translateX(100%)', 'none'] },
    ]);
    await phone.page.waitForFunction(() => document.querySelector<HTMLElement>('.phone-view')?.hidden);
    await go(phone, 'navigateBack');
    assert.deepEqual(await moving(), [
      { hidden: false, path: [] },
      { hidden: false, path: ['none', 'translateX(100%)'] },
    ]);
    await phone.page.waitForFunction(() => document.querySelectorAll('.phone-view').length === 1);
    await phone.close();
  });

  test('refuses what WeChat refuses, in its words', async () => {
    const phone = await openPhone('routes');
    assert.equal(
      await go(phone, 'navigateTo', '/pages/tab/tab'),
      'navigateTo:fail can not navigateTo a tabbar page',
    );
    assert.equal(
      await go(phone, 'redirectTo', '/pages/tab/tab'),
      'redirectTo:fail can not redirectTo a tabbar page',
    );
    assert.equal(
      await go(phone, 'switchTab', '/pages/list/list'),
      'switchTab:fail can not switch to no-tabBar page',
    );
    assert.equal(
      await go(phone, 'navigateTo', '/pages/none/none'),
      'navigateTo:fail page "pages/none/none" is not found',
    );
    assert.equal(
      await go(phone, 'reLaunch', '/pages/none/none'),
      'reLaunch:fail page "pages/none/none" is not found',
    );
    assert.equal(await go(phone, 'navigateBack'), 'navigateBack:fail cannot navigate back at first page.');
    for (let open = 1; open < 10; open += 1)
      assert.equal(await go(phone, 'navigateTo', '/pages/target/target'), 'ok');
    assert.equal(
      await go(phone, 'navigateTo', '/pages/target/target'),
      'navigateTo:fail webview count limit exceed',
    );
    assert.equal((await stack(phone)).length, 10);
    await phone.close();
  });

  test('gives addresses to pages as WeChat does: relative ones, and values as they were written', async () => {
    const phone = await openPhone('routes');
    await go(phone, 'navigateTo', '../target/target?name=%E4%BD%A0&code=3==x&color&a=b?c=d');
    assert.equal(
      await phone.page.locator('#query').innerText(),
      '{"name":"%E4%BD%A0","code":"3","color":"undefined","a":"b"}',
    );
    await go(phone, 'redirectTo', '/pages/list/list');
    assert.deepEqual(await stack(phone), ['pages/home/home', 'pages/list/list']);
    await go(phone, 'navigateTo', '/pkg/pages/inside/inside');
    await phone.page.getByText('inside a subpackage').waitFor();
    await phone.page.getByRole('button', { name: '返回' }).click();
    assert.deepEqual(await stack(phone), ['pages/home/home', 'pages/list/list']);
    await phone.close();
  });

  test('runs the code of a subpackage when its first page is opened', async () => {
    const phone = await openPhone('routes');
    const loaded = (): Promise<unknown> =>
      phone.page.evaluate(() => Reflect.get(globalThis, '__insideLoaded'));
    assert.equal(await loaded(), undefined);
    await go(phone, 'navigateTo', '/pkg/pages/inside/inside');
    assert.equal(await loaded(), true);
    await phone.close();
  });

  test('opens a channel between a page and the page it opened', async () => {
    const phone = await openPhone('routes');
    const heard = await phone.page.evaluate(
      () =>
        new Promise((resolve) => {
          wx.navigateTo?.({
            url: '/pages/target/target',
            events: { fromOpened: resolve },
            success: ({ eventChannel }: { eventChannel: { emit(name: string, value: string): void } }) =>
              eventChannel.emit('fromOpener', 'welcome'),
          });
        }),
    );
    assert.equal(heard, 'hello from pages/target/target');
    await phone.page.locator('#heard', { hasText: 'welcome' }).waitFor();
    await phone.close();
  });

  test('starts where it is asked to, offers the way home, and asks the app about pages that are gone', async () => {
    const phone = await openPhone('routes', { query: { start: '/pages/list/list?x=1' } });
    assert.deepEqual(await stack(phone), ['pages/list/list']);
    await phone.page.getByRole('button', { name: '返回首页' }).click();
    await phone.page.locator('#themed').waitFor();
    assert.deepEqual(await stack(phone), ['pages/home/home']);
    await phone.close();

    const lost = await openPhone('routes', { query: { start: '/pages/old/old?y=2' } });
    await lost.page.locator('#query', { hasText: 'lost' }).waitFor();
    assert.deepEqual(await lost.page.evaluate(() => Reflect.get(globalThis, '__notFound')), {
      path: 'pages/old/old',
      query: { y: '2' },
      isEntryPage: true,
    });
    await lost.close();
  });

  test('opens and closes a page a hundred times without keeping anything of it', async () => {
    const phone = await openPhone('routes');
    const counters = await phone.context.newCDPSession(phone.page);
    const nodes = async (): Promise<number> => {
      await counters.send('HeapProfiler.collectGarbage');
      return (await counters.send('Memory.getDOMCounters')).nodes;
    };
    const rounds = (count: number): Promise<void> =>
      phone.page.evaluate(async (times) => {
        for (let round = 0; round < times; round += 1) {
          await wx.navigateTo?.({ url: '/pages/target/target' });
          await wx.navigateBack?.({});
        }
      }, count);
    await rounds(10);
    await phone.page.waitForTimeout(300);
    const before = await nodes();
    await rounds(100);
    await phone.page.waitForTimeout(300);
    const grown = (await nodes()) - before;
    assert.ok(grown < 20, `${grown} nodes were kept`);
    await phone.close();
  });
});

describe('what happens on a page', () => {
  const value = (phone: OpenedPhone, name: string): Promise<unknown> =>
    phone.page.evaluate((key) => getCurrentPages().at(-1)?.data[key], name);

  for (const touch of [false, true]) {
    test(`it is pulled down ${touch ? 'by a finger' : 'with a mouse'} to refresh, far enough and at its top only`, async () => {
      const phone = await openPhone('routes', { touch, query: { start: '/pages/list/list' } });
      const { page } = phone;
      const cdp = await phone.context.newCDPSession(page);
      const drag = async (from: number, to: number): Promise<void> => {
        if (!touch) {
          await page.mouse.move(200, from);
          await page.mouse.down();
          await page.mouse.move(200, to, { steps: 5 });
          await page.mouse.up();
          return;
        }
        const touchEvent = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
          cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
        await touchEvent('touchStart', from);
        for (let step = 1; step <= 5; step += 1)
          await touchEvent('touchMove', from + ((to - from) * step) / 5);
        await touchEvent('touchEnd');
      };
      await drag(200, 250);
      assert.equal(await value(phone, 'refreshed'), 0, 'not far enough');
      await drag(200, 420);
      assert.equal(await value(phone, 'refreshed'), 1);
      await drag(200, 420);
      assert.equal(await value(phone, 'refreshed'), 1, 'it is refreshing already');
      await page.evaluate(() => wx.stopPullDownRefresh?.());
      await page.evaluate(() => wx.startPullDownRefresh?.());
      assert.equal(await value(phone, 'refreshed'), 2);
      await page.evaluate(() => wx.stopPullDownRefresh?.());
      assert.deepEqual(await phone.problems(), []);
      await phone.close();
    });
  }

  test('it hears of scrolling, and of its bottom once for each time it is reached', async () => {
    const phone = await openPhone('routes', { query: { start: '/pages/list/list' } });
    const scroll = async (top: number): Promise<void> => {
      await phone.page.locator('.phone-scroller').evaluate((node, to) => node.scrollTo(0, to), top);
      await phone.page.waitForTimeout(80);
    };
    await scroll(300);
    assert.equal(await value(phone, 'top'), 300);
    assert.equal(await value(phone, 'bottoms'), 0);
    await scroll(30 * 60 - 753 - 90);
    assert.equal(await value(phone, 'bottoms'), 1, 'ninety px above the bottom is within its hundred');
    await scroll(30 * 60);
    assert.equal(await value(phone, 'bottoms'), 1);
    await scroll(0);
    await scroll(30 * 60);
    assert.equal(await value(phone, 'bottoms'), 2);
    await phone.close();
  });

  test('it is shared from the menu and from a button, with its own words', async () => {
    const phone = await openPhone('routes');
    const { page } = phone;
    await page.getByRole('button', { name: '更多' }).click();
    assert.ok(
      await page.getByRole('button', { name: '分享到朋友圈' }).isDisabled(),
      'the page has no onShareTimeline',
    );
    await page.getByRole('button', { name: '转发给朋友' }).click();
    await page.getByText('Come along').waitFor();
    await page.getByRole('button', { name: '发送', exact: true }).click();
    assert.deepEqual(await page.evaluate(() => getCurrentPages()[0]?.shared), { from: 'menu' });
    await page.locator('#share').click();
    await page.getByText('pages/target/target?from=friend').waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(await page.evaluate(() => getCurrentPages()[0]?.shared), { from: 'button' });
    assert.deepEqual(await phone.problems(), []);
    await phone.close();
  });

  test('page-meta sets its root font size and its style, and a custom bar leaves it the whole glass', async () => {
    const phone = await openPhone('routes', { query: { start: '/pages/meta/meta' } });
    const { page } = phone;
    const box = await page.locator('#rem').boundingBox();
    assert.deepEqual([box?.width, box?.height, box?.y], [40, 844, 0]);
    const background = (): Promise<string> =>
      page.locator('wx-page').evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.equal(await background(), 'rgb(1, 1, 1)');
    await page.evaluate(() => getCurrentPages()[0]?.setData({ root: 'system', style: '' }));
    await page.evaluate(() => __phone.setConditions({ fontSize: 23 }));
    await page.waitForTimeout(50);
    assert.equal((await page.locator('#rem').boundingBox())?.width, 46);
    assert.notEqual(await background(), 'rgb(1, 1, 1)');
    const padding = await page.locator('#safe').evaluate((node) => getComputedStyle(node).padding);
    assert.equal(padding, '47px 0px 34px');
    await go(phone, 'switchTab', '/pages/home/home');
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '16px');
    await phone.close();
  });
});

describe('the surroundings of a phone', () => {
  test('its clock is shifted without its timers', async () => {
    const phone = await openPhone('routes');
    const shift = 3 * 24 * 3600 * 1000;
    const now = await phone.page.evaluate((offset) => {
      const real = Date.now();
      __phone.setConditions({ clockOffset: offset });
      const made = new Date();
      return {
        now: Date.now() - real,
        made: made.getTime() - real,
        of: new Date(2024, 0, 5).getDate(),
        is: made instanceof Date && made.constructor === Date,
        text: Date().slice(0, 15) === made.toDateString(),
      };
    }, shift);
    assert.ok(Math.abs(now.now - shift) < 1000 && Math.abs(now.made - shift) < 1000);
    assert.deepEqual([now.of, now.is, now.text], [5, true, true]);
    await phone.close();
  });

  test('a dark theme reaches style sheets, theme.json and the app', async () => {
    const phone = await openPhone('routes');
    const { page } = phone;
    const color = (): Promise<string> =>
      page.locator('#themed').evaluate((node) => getComputedStyle(node).color);
    assert.equal(await color(), 'rgb(10, 20, 30)');
    assert.equal(await page.locator('#themed').evaluate((node) => getComputedStyle(node).fontWeight), '600');
    await page.evaluate(() => __phone.setConditions({ theme: 'dark' }));
    assert.equal(await color(), 'rgb(200, 210, 220)');
    assert.equal(await page.evaluate(() => getApp().theme), 'dark');
    await go(phone, 'navigateTo', '/pages/target/target');
    const bar = page.locator('.phone-view:visible .phone-nav');
    assert.equal(await bar.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(16, 16, 16)');
    await phone.close();
  });

  test('a project has no browser around it, as in WeChat', async () => {
    const phone = await openPhone('routes', { query: { start: '/pages/list/list' } });
    const seen = await phone.page.evaluate(() => getCurrentPages()[0]?.data.browser);
    assert.equal(seen, 'undefined undefined undefined undefined');
    assert.deepEqual(await phone.problems(), []);
    await phone.close();
  });
});
