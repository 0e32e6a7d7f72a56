import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

/** What was recorded since the last time, after everything that is under way has ended. */
async function recorded(phone: OpenedPhone): Promise<string[]> {
  await phone.page.waitForTimeout(120);
  return phone.page.evaluate(() => {
    // The fixture keeps its list on the global object.
    const { __log } = globalThis as unknown as { __log: string[] };
    return __log.splice(0);
  });
}

const go = (phone: OpenedPhone, name: string, url?: string): Promise<unknown> =>
  phone.page.evaluate(([route, to]) => wx[String(route)]?.(to === undefined ? {} : { url: to }), [name, url]);

describe('lifecycles of a mini program', () => {
  test('a start runs the app, then components, then the page, and readiness from the inside out', async () => {
    const phone = await openPhone('lifecycle');
    assert.deepEqual(await recorded(phone), [
      'app onLaunch pages/home/home 1001',
      'app onShow pages/home/home 1001',
      'leaf created',
      'box created',
      'box attached',
      'leaf attached',
      'home onLoad',
      'box page show',
      'leaf page show',
      'home onShow',
      'leaf ready',
      'box ready',
      'home onReady',
      'home onRouteDone',
    ]);
    assert.deepEqual(await phone.problems(), []);
    await phone.close();
  });

  test('a page that is opened hides the one below it, and comes back to it when it is left', async () => {
    const phone = await openPhone('lifecycle');
    await recorded(phone);
    await go(phone, 'navigateTo', '/pages/detail/detail?name=a%20b');
    assert.deepEqual(await recorded(phone), [
      'box page hide',
      'leaf page hide',
      'home onHide',
      'detail created',
      'detail attached',
      'detail onLoad {"name":"a%20b"} a%20b',
      'detail page show',
      'detail onShow',
      'detail ready',
      'detail onReady',
    ]);
    await go(phone, 'navigateBack');
    assert.deepEqual(await recorded(phone), [
      'detail onUnload',
      'detail detached',
      'box page show',
      'leaf page show',
      'home onShow',
      'home onRouteDone',
    ]);
    assert.deepEqual(await phone.problems(), []);
    await phone.close();
  });

  test('tab pages stay alive, and pages above them are closed when a tab is switched', async () => {
    const phone = await openPhone('lifecycle');
    await recorded(phone);
    await phone.page.getByRole('tab', { name: 'More' }).click();
    assert.deepEqual(await recorded(phone), [
      'box page hide',
      'leaf page hide',
      'home onHide',
      'more onLoad',
      'more onShow',
      'more onTabItemTap {"index":1,"pagePath":"pages/more/more","text":"More"}',
      'more onReady',
      'more onRouteDone',
    ]);
    await go(phone, 'navigateTo', '/pages/detail/detail');
    await recorded(phone);
    await go(phone, 'switchTab', '/pages/home/home');
    assert.deepEqual(await recorded(phone), [
      'detail onUnload',
      'detail detached',
      'box page show',
      'leaf page show',
      'home onShow',
      'home onRouteDone',
    ]);
    await go(phone, 'switchTab', '/pages/home/home');
    assert.deepEqual(await recorded(phone), [], 'the tab that is open already is told nothing');
    await phone.page.getByRole('tab', { name: 'Home' }).click();
    assert.deepEqual(await recorded(phone), [
      'home onTabItemTap {"index":0,"pagePath":"pages/home/home","text":"Home"}',
    ]);
    await go(phone, 'reLaunch', '/pages/home/home');
    assert.deepEqual(
      (await recorded(phone)).filter((line) => /onUnload|onLoad/.test(line)),
      ['home onUnload', 'more onUnload', 'home onLoad'],
      'a relaunch closes tab pages too',
    );
    await phone.close();
  });

  test('a component that appears later becomes ready, and is detached with its branch', async () => {
    const phone = await openPhone('lifecycle');
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ shown: false }));
    await recorded(phone);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ shown: true }));
    assert.deepEqual(await recorded(phone), [
      'leaf created',
      'box created',
      'box attached',
      'leaf attached',
      'leaf ready',
      'box ready',
    ]);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ shown: false }));
    assert.deepEqual(await recorded(phone), ['leaf detached', 'box detached']);
    await phone.close();
  });

  test('leaving for the home screen and coming back tells page and app', async () => {
    const phone = await openPhone('lifecycle');
    await recorded(phone);
    await phone.page.getByRole('button', { name: '关闭' }).click();
    assert.deepEqual(await recorded(phone), ['box page hide', 'leaf page hide', 'home onHide', 'app onHide']);
    await phone.page.getByRole('button', { name: '回到小程序' }).click();
    assert.deepEqual(await recorded(phone), [
      'app onShow pages/home/home 1001',
      'box page show',
      'leaf page show',
      'home onShow',
    ]);
    await phone.page.evaluate(() => __phone.open('pages/detail/detail?scene=x%3D1'));
    assert.deepEqual(
      (await recorded(phone)).filter((line) => /app|detail on(Load|Show)/.test(line)),
      ['app onShow pages/detail/detail 1047', 'detail onLoad {"scene":"x%3D1"} ', 'detail onShow'],
    );
    await phone.close();
  });

  test('an error in a lifecycle is a problem and reaches App.onError', async () => {
    const phone = await openPhone('lifecycle');
    await recorded(phone);
    await phone.page.evaluate(() => {
      const [home] = getCurrentPages();
      if (home)
        home.onHide = () => {
          throw new Error('broken');
        };
    });
    await go(phone, 'navigateTo', '/pages/detail/detail');
    const lines = await recorded(phone);
    assert.ok(lines.includes('app onError Error: broken'), lines.join('\n'));
    assert.ok(lines.includes('detail onShow'), 'the next page opens nevertheless');
    assert.deepEqual(
      (await phone.problems()).map(({ kind, message }) => ({ kind, message })),
      [{ kind: 'uncaught', message: 'pages/home/home onHide: broken' }],
    );
    await phone.close();
  });
});
