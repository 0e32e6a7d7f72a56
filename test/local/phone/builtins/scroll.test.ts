import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

const scrolled = (selector: string) => `${selector} [data-scroller]`;

test('a scroll-view goes where scroll-top says, and tells how far it came', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.setData({ top: 100 });
  await phone.logged('scroll');
  const top = await phone.of<number>(scrolled('#vertical'), '(node) => node.scrollTop');
  assert.equal(top, 100);
  const [scroll] = await phone.log('scroll');
  assert.equal(scroll?.detail.scrollTop, 100);
  assert.equal(scroll?.detail.deltaY, -100);
  assert.equal(scroll?.detail.scrollHeight, 1230);
});

test('scroll-into-view brings the element with that id to the top', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.setData({ into: 'row-10' });
  await phone.logged('scroll');
  assert.equal(await phone.of<number>(scrolled('#vertical'), '(node) => node.scrollTop'), 410);
});

test('arriving near the end and coming back to the beginning are told once each', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  const scrollTo = async (top: number): Promise<void> => {
    await phone.of(scrolled('#vertical'), `(node) => node.scrollTo(0, ${top})`);
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
    const width = await phone.of<number>(scrolled(view), '(node) => node.scrollWidth');
    assert.ok(width >= 30 * 80, `${view} is ${width}`);
    const tops = await phone.ofAll(
      `${view} ${child}`,
      '(nodes) => new Set(nodes.map((node) => node.getBoundingClientRect().top)).size',
    );
    assert.equal(tops, 1, `${view} is one row`);
  }
});

test('the mouse drags a scroll-view as a finger does', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.drag('#vertical', 0, -80);
  const top = await phone.of<number>(scrolled('#vertical'), '(node) => node.scrollTop');
  assert.ok(top >= 70, `scrolled ${top}`);
});

test('a finger scrolls a scroll-view', async (t) => {
  const phone = await openPageOf(t, 'scroll', { touch: true });
  await phone.swipe('#vertical', 0, -80);
  const top = await phone.of<number>(scrolled('#vertical'), '(node) => node.scrollTop');
  assert.ok(top > 40, `scrolled ${top}`);
});

for (const touch of [false, true]) {
  test(`pulled down by ${touch ? 'a finger' : 'the mouse'} the refresher asks for a refresh, and closes when it is over`, async (t) => {
    const phone = await openPageOf(t, 'scroll', { touch });
    if (touch) await phone.swipe('#refresh', 0, 140);
    else await phone.drag('#refresh', 0, 120);
    await phone.logged('restore');
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
  const inPlace = () => phone.of('#portal', `(node) => node.closest('wx-root-portal') !== null`);
  assert.equal(await inPlace(), false);
  assert.equal(await phone.page.locator('#portal').isVisible(), true);
  await phone.setData({ portal: false });
  assert.equal(await inPlace(), true);
});

test('page-meta styles the page', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  await phone.until(
    `getComputedStyle(document.querySelector('wx-page')).backgroundColor === 'rgb(250, 240, 230)'`,
  );
});

test('nothing of this is a problem', async (t) => {
  const phone = await openPageOf(t, 'scroll');
  assert.deepEqual(await phone.problems(), []);
});
