import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

type Ref = {
  fields(fields: object): Query;
  boundingClientRect(): Query;
  scrollOffset(): Query;
  node(): Query;
};
type Query = {
  select(selector: string): Ref;
  selectAll(selector: string): Ref;
  selectViewport(): Ref;
  in(component: unknown): Query;
  exec(callback: (answers: unknown[]) => void): void;
};

describe('questions about nodes', () => {
  let phone: OpenedPhone;
  before(async () => {
    phone = await openPhone('queries');
  });
  after(() => phone.close());

  test('a selector query answers in order, from the corner of the page', async () => {
    const answers = await phone.page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const query = wx.createSelectorQuery?.() as Query;
          query.select('#box').boundingClientRect();
          query.selectAll('.row').fields({ dataset: true, size: true });
          query.select('#box').fields({ computedStyle: ['color'], mark: true, properties: ['hoverClass'] });
          query.select('#scroll').scrollOffset();
          query.selectViewport().boundingClientRect();
          query.select('.none').boundingClientRect();
          query.exec(resolve);
        }),
    );
    assert.deepEqual(answers, [
      {
        id: 'box',
        dataset: { kind: 'a' },
        left: 20,
        top: 30,
        right: 120,
        bottom: 70,
        width: 100,
        height: 40,
      },
      [1, 2, 3].map((n) => ({ dataset: { n }, width: 390, height: 50 })),
      { mark: { place: 'top' }, color: 'rgb(1, 2, 3)', hoverClass: 'none' },
      { id: 'scroll', dataset: {}, scrollLeft: 0, scrollTop: 0, scrollWidth: 390, scrollHeight: 300 },
      {
        id: '',
        dataset: {},
        left: 0,
        top: 0,
        right: 390,
        bottom: 753,
        width: 390,
        height: 753,
        scrollLeft: 0,
        scrollTop: 0,
        scrollWidth: 390,
        scrollHeight: 1215,
      },
      null,
    ]);
  });

  test('a component asks about its own nodes, and one without a box is as large as what is in it', async () => {
    const inside = await phone.page.evaluate(() => {
      const inner = getCurrentPages()[0]?.selectComponent('#inner') as unknown as {
        measure(): Promise<{ width: number }>;
      };
      return inner.measure();
    });
    assert.deepEqual([inside.width], [30]);
    const [host] = await phone.page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const query = wx.createSelectorQuery?.() as Query;
          query.select('#inner').fields({ size: true });
          query.exec(resolve);
        }),
    );
    assert.deepEqual(host, { width: 390, height: 25 });
  });

  test('a canvas gives its node', async () => {
    const width = await phone.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const query = wx.createSelectorQuery?.() as Query;
          query.select('#canvas').fields({ node: true });
          query.exec(([answer]) =>
            resolve((answer as { node: HTMLCanvasElement }).node.getContext('2d') ? 1 : 0),
          );
        }),
    );
    assert.equal(width, 1);
  });

  test('an intersection observer tells when a node comes and goes, and nothing after it was disconnected', async () => {
    await phone.page.evaluate(() => {
      type Observer = {
        relativeToViewport(): Observer;
        observe(selector: string, heard: (result: { intersectionRatio: number; id: string }) => void): void;
        disconnect(): void;
      };
      const page = getCurrentPages()[0] as unknown as { createIntersectionObserver(o: object): Observer };
      const heard: number[] = [];
      const observer = page.createIntersectionObserver({ thresholds: [0, 1] });
      observer.relativeToViewport().observe('#box', ({ intersectionRatio }) => heard.push(intersectionRatio));
      Object.assign(globalThis, { __heard: heard, __observer: observer });
    });
    const heard = (): Promise<number[]> =>
      phone.page.evaluate(() => (globalThis as unknown as { __heard: number[] }).__heard);
    const scroll = async (top: number): Promise<void> => {
      await phone.page.locator('.phone-scroller').evaluate((node, to) => node.scrollTo(0, to), top);
      await phone.page.waitForTimeout(100);
    };
    await scroll(1);
    assert.deepEqual(await heard(), [1]);
    await scroll(300);
    assert.deepEqual(await heard(), [1, 0]);
    await phone.page.evaluate(() =>
      (globalThis as unknown as { __observer: { disconnect(): void } }).__observer.disconnect(),
    );
    await scroll(0);
    assert.deepEqual(await heard(), [1, 0]);
  });

  test('animate moves a node and leaves it there until it is cleared', async () => {
    const moved = await phone.page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const page = getCurrentPages()[0] as unknown as {
            animate(selector: string, frames: object[], ms: number, done: () => void): void;
          };
          page.animate(
            '#moving',
            [
              { translateX: 0, opacity: 1 },
              { translateX: 50, opacity: 0.5 },
            ],
            60,
            () => resolve(true),
          );
        }),
    );
    assert.ok(moved);
    const style = (): Promise<string[]> =>
      phone.page.locator('#moving').evaluate((node) => {
        const { transform, opacity } = getComputedStyle(node);
        return [transform, opacity];
      });
    assert.deepEqual(await style(), ['matrix(1, 0, 0, 1, 50, 0)', '0.5']);
    await phone.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const page = getCurrentPages()[0] as unknown as {
            clearAnimation(selector: string, options: object, done: () => void): void;
          };
          page.clearAnimation('#moving', { opacity: true }, resolve);
        }),
    );
    assert.deepEqual(await style(), ['matrix(1, 0, 0, 1, 50, 0)', '1']);
    await phone.page.evaluate(() => {
      const page = getCurrentPages()[0] as unknown as { clearAnimation(selector: string): void };
      page.clearAnimation('#moving');
    });
    assert.deepEqual(await style(), ['none', '1']);
  });

  test('nothing of it was a problem', async () => {
    assert.deepEqual(await phone.problems(), []);
  });
});
