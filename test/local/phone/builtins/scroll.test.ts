import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture.js';

const scrolled = (selector: string) => `${selector} [data-scroller]`;

test('a scroll-view goes where scroll-top says, and tells how far it came', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.setData({ top: 100 });
  await phone.page.waitForFunction(() => (getApp().log as unknown[]).length > 0);
  const top = await phone.page.locator(scrolled('#vertical')).evaluate((dom) => dom.scrollTop);
  assert.equal(top, 100);
  const [scroll] = await phone.log('scroll');
  assert.equal(scroll?.detail.scrollTop, 100);
  assert.equal(scroll?.detail.deltaY, -100);
  assert.equal(scroll?.detail.scrollHeight, 1230);
});

test('scroll-into-view brings the element with that id to the top', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.setData({ into: 'row-10' });
  await phone.page.waitForFunction(() => (getApp().log as unknown[]).length > 0);
  assert.equal(await phone.page.locator(scrolled('#vertical')).evaluate((dom) => dom.scrollTop), 410);
});

test('arriving near the end and coming back to the beginning are told once each', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  const scroller = phone.page.locator(scrolled('#vertical'));
  const scrollTo = async (top: number): Promise<void> => {
    await scroller.evaluate((dom, to) => dom.scrollTo(0, to), top);
    await phone.page.waitForTimeout(50);
  };
  for (const top of [600, 1040, 1070, 600, 30, 10]) await scrollTo(top);
  assert.deepEqual(
    (await phone.log('lower')).map(({ detail }) => detail),
    [{ direction: 'bottom' }],
  );
  assert.deepEqual(
    (await phone.log('upper')).map(({ detail }) => detail),
    [{ direction: 'top' }],
  );
});

test('scroll-x lays lines out as they are, and enable-flex passes the flex container on to the children', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  for (const [view, child] of [
    ['#horizontal', '.cell'],
    ['#flex', '.flex-cell'],
  ] as const) {
    const width = await phone.page.locator(scrolled(view)).evaluate((dom) => dom.scrollWidth);
    assert.ok(width >= 30 * 80, `${view} is ${width}`);
    const tops = await phone.page
      .locator(`${view} ${child}`)
      .evaluateAll((all) => new Set(all.map((dom) => dom.getBoundingClientRect().top)).size);
    assert.equal(tops, 1, `${view} is one row`);
  }
});

test('the mouse drags a scroll-view as a finger does', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.drag('#vertical', 0, -80);
  const top = await phone.page.locator(scrolled('#vertical')).evaluate((dom) => dom.scrollTop);
  assert.ok(top >= 70, `scrolled ${top}`);
});

test('a finger scrolls a scroll-view', async (t) => {
  const phone = await openPageOf(t, 'scroll', { touch: true });
  await phone.swipe('#vertical', 0, -80);
  const top = await phone.page.locator(scrolled('#vertical')).evaluate((dom) => dom.scrollTop);
  assert.ok(top > 40, `scrolled ${top}`);
});

for (const touch of [false, true]) {
  test(`pulled down by ${touch ? 'a finger' : 'the mouse'} the refresher asks for a refresh, and closes when it is over`, async (t) => {
    const phone = await openPageOf(t, 'scroll', { touch });
    if (touch) await phone.swipe('#refresh', 0, 140);
    else await phone.drag('#refresh', 0, 120);
    await phone.page.waitForFunction(() =>
      (getApp().log as { name: string }[]).some(({ name }) => name === 'restore'),
    );
    const names = (await phone.log()).map(({ name }) => name).filter((name) => name !== 'pulling');
    assert.deepEqual(names, ['refresh', 'restore']);
    assert.ok((await phone.log('pulling')).length > 0);
  });
}

test('pulled too little the refresher gives up', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.drag('#refresh', 0, 40);
  assert.deepEqual(
    (await phone.log()).map(({ name }) => name).filter((name) => name !== 'pulling'),
    ['abort'],
  );
});

test('root-portal shows its children outside of everything, and back in place when it is off', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  const inPlace = () =>
    phone.page.locator('#portal').evaluate((dom) => dom.closest('wx-root-portal') !== null);
  assert.equal(await inPlace(), false);
  assert.equal(await phone.page.locator('#portal').isVisible(), true);
  await phone.setData({ portal: false });
  assert.equal(await inPlace(), true);
});

test('page-meta styles the page', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.page.waitForFunction(
    () =>
      getComputedStyle(document.querySelector('wx-page') ?? document.body).backgroundColor ===
      'rgb(250, 240, 230)',
  );
});

test('nothing of this is a problem', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  assert.deepEqual(await phone.problems(), []);
});
