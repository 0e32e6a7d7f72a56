import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

describe('components as WeChat documents them', () => {
  let phone: OpenedPhone;
  before(async () => {
    phone = await openPhone('components');
  });
  after(() => phone.close());

  const text = (selector: string): Promise<string> => phone.page.locator(selector).first().innerText();
  const style = (selector: string, name: string): Promise<string> =>
    phone.page
      .locator(selector)
      .first()
      .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
  const log = async (act: () => Promise<void>): Promise<string> => {
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ log: '' }));
    await act();
    return (await text('#log')).trim();
  };

  test('a relation links children in their order, also after a list was reordered', async () => {
    const names = (): Promise<unknown> =>
      phone.page.evaluate(() => {
        const parent = getCurrentPages()[0]?.selectComponent('#parent') as unknown as { names(): string[] };
        return parent.names();
      });
    assert.deepEqual(await names(), ['k1', 'k2']);
    assert.deepEqual(await phone.page.locator('[class$=--child]').allInnerTexts(), [
      'k1 linked',
      'k2 linked',
    ]);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ kids: ['k2', 'k0', 'k1'] }));
    assert.deepEqual(await names(), ['k2', 'k0', 'k1']);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ kids: ['k2'] }));
    assert.deepEqual(await names(), ['k2']);
    const unlinked = await phone.page.evaluate(
      () => getCurrentPages()[0]?.selectComponent('#parent').unlinked,
    );
    assert.equal(unlinked, 'k1');
  });

  test('abstract nodes are filled by the user or by their default', async () => {
    assert.deepEqual((await text('#generic')).split('\n'), ['item chosen', 'item given']);
  });

  test('selectComponent answers what `export` gives, and a property observer hears both values', async () => {
    assert.deepEqual(await phone.page.evaluate(() => getCurrentPages()[0]?.selectComponent('#exported')), {
      only: 42,
    });
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ value: 5 }));
    assert.deepEqual(
      await phone.page.evaluate(() => (globalThis as unknown as { __seen: number[] }).__seen),
      [5, 1],
    );
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ value: 1 }));
  });

  test('pages and components know what draws them', async () => {
    const renderers = await phone.page.evaluate(() => [
      getCurrentPages()[0]?.renderer,
      getCurrentPages()[0]?.selectComponent('#parent').renderer,
    ]);
    assert.deepEqual(renderers, ['webview', 'webview']);
    const passive = await phone.page.evaluate(`new Promise((resolve) => {
      getCurrentPages()[0].setPassiveEvent({ touchmove: false });
      getCurrentPages()[0].getPassiveEvent(resolve);
    })`);
    assert.deepEqual(passive, { touchmove: false });
    const kept = await phone.page.evaluate(`(() => {
      const [page] = getCurrentPages();
      const parent = page.selectComponent('#parent');
      parent.setData({ owner: page });
      return parent.data.owner === page;
    })()`);
    assert.equal(kept, true, 'data holds another component');
  });

  test('an event that bubbles out of a component says where it came from', async () => {
    assert.equal(await log(() => phone.page.locator('#inside-exported').click()), 'boom 1 1');
  });

  test('observers run for several fields, deep paths and everything', async () => {
    assert.equal(await text('[class$=--sum]'), '3');
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ 'pair.b': 40 }));
    assert.equal(await text('[class$=--sum]'), '41');
    const watch = await phone.page.evaluate(() => {
      const component = getCurrentPages()[0]?.selectComponent('#watch');
      component?.setData({ list: [{ name: 'a' }, { name: 'b' }] });
      return [component?.named, Number(component?.count) > 1];
    });
    assert.deepEqual(watch, ['b', true]);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ 'pair.b': 2 }));
  });

  test('behaviors give pages and components properties, data, lifetimes and methods', async () => {
    const page = await phone.page.evaluate(() => {
      const main = getCurrentPages()[0] as unknown as {
        behaviorMethod(): string;
        behaviorAttached: boolean;
        custom: object;
      };
      return [main.behaviorMethod(), main.behaviorAttached, main.custom];
    });
    assert.deepEqual(page, ['from behavior 1', true, { nested: true }]);
    assert.equal(await text('[class$=--field]'), 'n=v');
  });

  test('styles stay in and out of components as their isolation says', async () => {
    const GLOBAL = 'rgb(1, 2, 3)';
    const OWN = 'rgb(7, 8, 9)';
    assert.equal(await style('#global', 'color'), OWN, 'the page comes after app.wxss and what it imports');
    assert.equal(await style('[data-test=isolated]', 'color'), 'rgb(0, 0, 0)');
    assert.equal(await style('[data-test=applied]', 'color'), OWN);
    assert.equal(await style('[data-test=open]', 'color'), OWN);
    assert.equal(await style('[data-test=open]', 'font-weight'), '300');
    assert.equal(await style('#global', 'font-style'), 'italic', 'a shared component styles its page');
    assert.equal(await style('[data-test=isolated]', 'font-style'), 'normal');
    await phone.page.evaluate(() => wx.navigateTo?.({ url: '/pages/isolated/isolated' }));
    assert.equal(await style('#apart', 'color'), 'rgb(0, 0, 0)', `${GLOBAL} stays out of an isolated page`);
    await phone.page.evaluate(() => wx.navigateBack?.());
  });

  test('an external class takes the style of the page, :host that of the component', async () => {
    assert.equal(await style('#external', 'border-top-width'), '3px');
    assert.equal(await style('#external', 'border-left-width'), '1px');
    assert.equal(await style('#classes', 'display'), 'block');
    assert.equal(await style('wx-open', 'display'), 'flex', 'shared styles or not');
    assert.equal(await style('#exported', 'display'), 'inline', 'not that of another component');
  });

  test('slots by name keep the style of who fills them', async () => {
    assert.equal(await text('.first, [class*="--first"]'), 'head');
    assert.equal(await style('[class*="--first"] .own', 'color'), 'rgb(7, 8, 9)');
  });

  test('without multipleSlots everything goes into the first slot that has no name', async () => {
    const filled = (): Promise<string[]> =>
      phone.page.locator('#single > *').evaluateAll((nodes) => nodes.map((node) => node.textContent ?? ''));
    assert.deepEqual(await filled(), ['', 'namedunnamed', '']);
    await phone.page.evaluate(() =>
      getCurrentPages()[0]?.selectComponent('#single').setData({ open: false }),
    );
    assert.deepEqual(await filled(), ['', '', 'namedunnamed'], 'the next one when that is gone');
    await phone.page.evaluate(() => getCurrentPages()[0]?.selectComponent('#single').setData({ open: true }));
    assert.deepEqual(await filled(), ['', 'namedunnamed', '']);
  });

  test('templates, includes, lists over objects and expressions', async () => {
    assert.deepEqual(await phone.page.locator('.entry').allInnerTexts(), ['q=1', 'w=2']);
    assert.equal(await text('#template'), 'small 1 2');
    assert.equal(await text('#footer'), 'footer 1');
    assert.equal(await text('#expressions'), 'none x12 one 2 false');
  });

  test('WXS counts types by their names and keeps backslashes of patterns', async () => {
    assert.equal(await text('#wxs'), 'ABC Array Object String 122 XX');
  });

  test('WXS handles touches and changed properties without the page', async () => {
    const box = await phone.page.locator('#drag').boundingBox();
    assert.ok(box);
    await phone.page.mouse.move(box.x + 4, box.y + 4);
    await phone.page.mouse.down();
    await phone.page.mouse.move(box.x + 24, box.y + 4);
    await phone.page.mouse.up();
    const margin = `${box.x + 24}px`;
    assert.equal(await style('#drag', 'margin-left'), margin);
    assert.match((await phone.page.locator('#drag').getAttribute('class')) ?? '', /dragged/);
    assert.deepEqual(await phone.page.evaluate(() => getCurrentPages()[0]?.drag), {
      x: box.x + 24,
      id: 'drag',
    });
    const before = await phone.page.evaluate(() => getCurrentPages()[0]?.offset);
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ value: 3 }));
    const after = await phone.page.evaluate(() => getCurrentPages()[0]?.offset);
    assert.equal(await style('#drag', 'order'), '3');
    const count = (before as { count: number }).count;
    assert.deepEqual(after, { now: 3, before: 1, count: count + 1 });
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ value: 1 }));
  });

  test('events bubble, are caught, captured and exclude each other', async () => {
    const tap = (id: string) => (): Promise<void> => phone.page.locator(`#${id}`).click();
    assert.equal(
      await log(tap('bound')),
      'captured inner {"rowId":"7"} tap 1 outer bound {"what":"row","where":"outside"}',
    );
    assert.equal(await log(tap('caught')), 'captured inner {} tap 1');
    assert.equal(await log(tap('mut')), 'captured second outer mut {"where":"outside"}');
  });

  test('a finger that stays presses long and does not tap where that is heard; one that moves does neither', async () => {
    const { mouse } = phone.page;
    const hold = (id: string, ms: number, dx = 0): Promise<string> =>
      log(async () => {
        const box = await phone.page.locator(`#${id}`).boundingBox();
        assert.ok(box, id);
        await mouse.move(box.x + 4, box.y + 4);
        await mouse.down();
        await mouse.move(box.x + 4 + dx, box.y + 4);
        await phone.page.waitForTimeout(ms);
        await mouse.up();
      });
    // What was said makes the page one line longer: the place is asked for after that is gone.
    assert.equal(await hold('held', 500), 'touchstart 11 longpress 11 touchend 01');
    assert.equal(await hold('held', 10), 'touchstart 11 touchend 01 tap 11');
    assert.equal(await hold('held', 500, 40), 'touchstart 11 touchend 01');
    assert.equal(await hold('tapped', 500), 'tap 11', 'nobody hears a long press there');
  });

  test('a handler whose name is data changes with it', async () => {
    const tap = (): Promise<void> => phone.page.locator('#dynamic').click();
    assert.equal(await log(tap), 'first handler');
    await phone.page.evaluate(() => getCurrentPages()[0]?.setData({ handler: 'second' }));
    assert.equal(await log(tap), 'second handler');
  });

  test('rpx and vh measure the phone', async () => {
    assert.equal(await style('#sized', 'width'), '39px');
    const height = Number.parseFloat(await style('#sized', 'height'));
    assert.ok(Math.abs(height - (844 - 91) / 10) < 0.1, `a tenth of the page below its bar, not ${height}`);
  });

  test('every tab page has a custom tab bar of its own', async () => {
    const bars = phone.page.locator('.phone-view:visible [class*="--tab"]');
    assert.deepEqual(await bars.allInnerTexts(), ['tab 0 on', 'tab 1']);
    await bars.nth(1).click();
    await phone.page.getByText('the other tab').waitFor();
    assert.deepEqual(await bars.allInnerTexts(), ['tab 0', 'tab 1 on']);
    assert.equal(
      await style('.phone-view:visible .own', 'color'),
      'rgb(0, 0, 0)',
      'the first page is not here',
    );
    await bars.nth(0).click();
    assert.deepEqual(await bars.allInnerTexts(), ['tab 0 on', 'tab 1']);
  });

  test('nothing of it was a problem', async () => {
    assert.deepEqual(await phone.problems(), []);
  });
});
