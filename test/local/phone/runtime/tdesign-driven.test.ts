import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPhone } from '../open';

const data = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((key) => getCurrentPages().at(-1)?.data[key], name);

/** Components ask where they are before they answer, so what they give comes a moment later. */
async function holds(page: Page, name: string, expected: unknown): Promise<void> {
  await page
    .waitForFunction(
      ([key, json]) => JSON.stringify(getCurrentPages().at(-1)?.data[String(key)]) === json,
      [name, JSON.stringify(expected)],
      { timeout: 2000 },
    )
    .catch(async () => assert.deepEqual(await data(page, name), expected, name));
}

/** What the components of the page have said so far: the names of their events. */
const heard = async (page: Page, name: string): Promise<string[]> => {
  const all = (await data(page, 'heard')) as Record<string, string[]>;
  return all[name] ?? [];
};

const press = (page: Page, words: string): Promise<void> =>
  page.getByText(words, { exact: true }).locator('visible=true').first().click();

/** Overlays and wheels move for a while. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(450);

/** A finger that rests before it leaves gives no momentum. */
async function drag(page: Page, target: Locator, dx: number, dy: number): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  assert.ok(box, 'what is dragged is there');
  // From the side that leaves room for the way.
  const x = box.x + box.width * (dx === 0 ? 0.5 : dx < 0 ? 0.85 : 0.15);
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + (dx * step) / 8, y + (dy * step) / 8);
  await page.waitForTimeout(400);
  await page.mouse.up();
}

/** Runs on a page of the fixture; the phone has nothing to complain of afterwards. */
const on = (name: string, run: (page: Page) => Promise<void>) => async (): Promise<void> => {
  const phone = await openPhone('tdesign', { query: { start: `/pages/${name}/${name}` } });
  await run(phone.page);
  const messages = (await phone.problems()).map((problem) => problem.message);
  // color-picker measures a slider that a closed popup has not drawn, and does not catch the answer.
  assert.deepEqual(
    messages.filter((message) => !(name === 'pickers' && message === 'unhandled rejection: null')),
    [],
  );
  await phone.close();
};

describe('components of TDesign under a finger', () => {
  test(
    'boxes, stars, steps and search answer',
    on('choices', async (page) => {
      await press(page, '送药');
      await holds(page, 'group', ['a', 'b']);
      await page.getByText('满了', { exact: true }).click({ force: true });
      await holds(page, 'group', ['a', 'b']);
      await page.locator('.t-rate__icon').nth(3).click();
      await holds(page, 'rate', 4);
      const stars = page.locator('.t-rate__wrapper');
      await drag(page, stars, -0.6 * ((await stars.boundingBox())?.width ?? 0), 0);
      await holds(page, 'rate', 2);
      await drag(page, page.locator('.t-slider__dot'), 160, 0);
      const volume = Number(await data(page, 'volume'));
      assert.ok(volume >= 50 && volume <= 80 && volume % 10 === 0, `dragged to ${volume}, in steps of ten`);
      // At its end the button is disabled, and a finger may still try.
      for (let times = 0; times < 3; times += 1)
        await page.locator('.t-stepper__plus').click({ force: true });
      await holds(page, 'seats', 4);
      assert.ok((await heard(page, 'seats')).includes('overlimit'), 'more than four are not to be had');
      await page.locator('.t-stepper input').fill('1');
      await page.locator('.t-stepper input').blur();
      await holds(page, 'seats', 1);
      await press(page, '晚上');
      await holds(page, 'mode', 'night');
      await page.locator('.t-search input').fill('理发');
      await holds(page, 'words', '理发');
      await page.locator('.t-search input').press('Enter');
      await page.locator('.t-search__clear').click();
      await holds(page, 'words', '');
      assert.deepEqual(
        (await heard(page, 'words')).filter((type) => type !== 'change'),
        ['submit', 'clear'],
      );
      await press(page, '二区');
      await holds(page, 'district', 'b');
    }),
  );

  test(
    'a form checks, files are chosen and taken away, trees lead to their leaves',
    on('choices', async (page) => {
      await press(page, '交表');
      await page.locator('.t-form-item').getByText('请写姓名').waitFor();
      await page.locator('.t-form-item input').fill('王芳');
      await press(page, '交表');
      await page.waitForFunction(() => getCurrentPages().at(-1)?.data.asked === true);

      await page.locator('.t-upload__add-icon, .t-upload__wrapper').last().click();
      await press(page, '从手机相册选择');
      await page.getByRole('button', { name: '湖.jpg', exact: true }).click();
      await page.getByRole('button', { name: '完成(1)', exact: true }).click();
      await page.locator('.t-upload .t-image').first().waitFor();
      assert.equal(((await data(page, 'files')) as unknown[]).length, 1);
      await page.locator('.t-upload__close-btn').click();
      assert.ok((await heard(page, 'files')).includes('remove'));

      await press(page, '鸡冠区');
      await press(page, '向阳街');
      await holds(page, 'leaf', ['j', 'x']);

      await press(page, '住址');
      await settled(page);
      const cascader = page.locator('.t-cascader');
      await cascader.getByText('麻山区', { exact: true }).first().click();
      await settled(page);
      await cascader.getByText('青山街', { exact: true }).locator('visible=true').click();
      await settled(page);
      await holds(page, 'address', 'q');
      assert.deepEqual((await heard(page, 'address')).sort(), ['change', 'close']);
    }),
  );

  test(
    'calendars, wheels, colours and menus are opened, turned and confirmed',
    on('pickers', async (page) => {
      await press(page, '日历');
      await settled(page);
      await page.locator('.t-calendar__dates-item', { hasText: /^9$/ }).first().click();
      await press(page, '确认');
      await settled(page);
      assert.equal(new Date(Number(await data(page, 'day'))).toDateString(), 'Thu May 09 2024');
      assert.equal(await page.locator('.t-calendar').isVisible(), false, 'and is gone');

      await press(page, '季节');
      await settled(page);
      await drag(page, page.locator('.t-picker-item__group').locator('visible=true').first(), 0, -40);
      await settled(page);
      await page.locator('.t-picker__confirm:visible').click();
      await settled(page);
      await holds(page, 'season', ['summer']);
      assert.ok((await heard(page, 'season')).includes('pick'));

      await press(page, '钟点');
      await settled(page);
      await drag(page, page.locator('.t-picker-item__group').locator('visible=true').first(), 0, -40);
      await settled(page);
      await page.locator('.t-picker__confirm:visible').click();
      await settled(page);
      await holds(page, 'time', '09:30');

      await press(page, '颜色');
      await settled(page);
      await page.locator('.t-color-picker__swatches-item:visible').nth(3).click();
      assert.match(String(await data(page, 'color')), /^#[0-9A-F]{6}$/i);
      assert.notEqual(await data(page, 'color'), '#ff0000');
      await page.mouse.click(195, 150);
      await settled(page);
      await holds(page, 'colors', false);

      await press(page, '离我近');
      await settled(page);
      await press(page, '最新的');
      await settled(page);
      await holds(page, 'sort', 'new');
      assert.equal(await page.locator('.t-dropdown-menu__title').first().innerText(), '最新的');
      await press(page, '种类');
      await settled(page);
      await press(page, '送药');
      await press(page, '确定');
      await settled(page);
      await holds(page, 'kinds', ['a', 'b']);
    }),
  );

  test(
    'tabs, cells, panels and steps answer, and what should stick sticks',
    on('lists', async (page) => {
      await drag(page, page.getByText('贴在顶上'), 0, 140);
      await page.waitForTimeout(700);
      assert.ok((await heard(page, 'refreshing')).includes('refresh'), 'pulled far enough it refreshes');

      await press(page, '我的');
      await settled(page);
      await holds(page, 'tab', 'b');
      assert.deepEqual(await heard(page, 'tab'), ['change', 'click']);
      await drag(page, page.getByText('我的内容'), 200, 0);
      await settled(page);
      await holds(page, 'tab', 'a');

      const cell = page.locator('.t-swipe-cell');
      const edge = (): Promise<number> =>
        cell.getByText('删除').evaluate((node) => node.getBoundingClientRect().left);
      const shut = await edge();
      assert.ok(shut >= 390, `what lies behind the edge is at ${shut}`);
      await drag(page, page.getByText('向左拖我'), -120, 0);
      await settled(page);
      assert.ok((await edge()) < 390, 'dragged into sight');
      await cell.getByText('删除').click();
      assert.deepEqual(await heard(page, 'swipe'), ['click']);

      const unfolded = (): Promise<number> =>
        page.locator('.t-collapse-panel__wrapper').evaluate((node) => node.getBoundingClientRect().height);
      assert.equal(await unfolded(), 0);
      await press(page, '为什么');
      await settled(page);
      assert.ok((await unfolded()) > 20);
      await holds(page, 'panels', ['0']);
      await press(page, '办成');
      await press(page, '课表');
      await press(page, '合唱');
      await press(page, '一行');
      assert.deepEqual((await heard(page, 'table')).sort(), ['cell-click', 'row-click']);
      for (const name of ['steps', 'grid', 'cell']) assert.equal((await heard(page, name)).length, 1, name);
      const widths = await page
        .locator('.eight, .sixteen')
        .evaluateAll((nodes) => nodes.map((node) => node.clientWidth));
      assert.ok(widths[0] && widths[1] && widths[1] > widths[0] * 1.8, `columns of ${widths}`);

      const top = (): Promise<number> =>
        page.locator('.stuck').evaluate((node) => node.getBoundingClientRect().top);
      const before = await top();
      await page.getByText('第 9 段').scrollIntoViewIfNeeded();
      await settled(page);
      assert.ok((await top()) >= before - 1, `at ${await top()} after ${before}`);
    }),
  );

  test(
    'what is only looked at is there, and says when it was touched',
    on('shows', async (page) => {
      await press(page, '今晚七点停水');
      assert.deepEqual(await heard(page, 'notice'), ['click']);
      await drag(page, page.locator('.t-swiper-host'), -260, 0);
      await settled(page);
      await holds(page, 'slide', 1);
      assert.match(await page.locator('.t-swiper-nav').first().innerText(), /2\s*\/\s*3/);
      await page.locator('.t-swiper-nav__btn--next').click();
      await settled(page);
      await holds(page, 'slide', 2);
      assert.equal(await page.locator('.t-avatar:visible').count(), 3, 'two faces and +1');
      assert.ok(await page.getByText('99+').isVisible());
      await page.locator('.t-tag .t-icon').click();
      assert.deepEqual(await heard(page, 'tag'), ['close']);
      assert.deepEqual(await heard(page, 'picture'), ['load']);
      assert.deepEqual(await heard(page, 'broken'), ['error']);
      await press(page, '看大图');
      await settled(page);
      await drag(page, page.locator('.t-image-viewer'), -260, 0);
      await settled(page);
      assert.match(await page.locator('.t-image-viewer').innerText(), /2\s*\/\s*3/);
      await page.locator('.t-image-viewer__nav-close').click();
      await settled(page);
      await holds(page, 'viewer', false);
      await page.waitForFunction(() =>
        (getCurrentPages().at(-1)?.data.heard as Record<string, string[]> | undefined)?.count?.includes(
          'finish',
        ),
      );
      assert.match(await page.locator('.t-count-down').innerText(), /00\s*:\s*000/);
      for (const words of [
        '六成',
        '等一等',
        '交上去了',
        '什么也没有',
        '下面没有了',
        '题目',
        '一段话',
        '社区',
      ])
        assert.equal(await page.getByText(words, { exact: true }).count(), 1, words);
      const red = await page
        .locator('.themed .t-button')
        .evaluate((node) => getComputedStyle(node).backgroundColor);
      assert.equal(red, 'rgb(179, 38, 30)', 'the provider changes the colour');
      assert.ok(
        await page
          .locator('.t-watermark')
          .evaluate((node) => /url\(/.test(node.innerHTML + getComputedStyle(node).backgroundImage)),
      );
      await page.locator('.t-fab').click();
      assert.deepEqual(await heard(page, 'fab'), ['click']);
      await page.getByText('社区', { exact: true }).scrollIntoViewIfNeeded();
      await settled(page);
      await page.locator('.t-back-top').click();
      await page.waitForTimeout(700);
      assert.ok(await page.getByText('今晚七点停水').isVisible());
      await press(page, '去表单');
      await page.waitForFunction(() => getCurrentPages().length === 2);
    }),
  );

  test(
    'letters at the edge lead to their part',
    on('letters', async (page) => {
      await page.locator('.t-indexes__sidebar-item').nth(1).click();
      await settled(page);
      const top = await page.getByText('B 的人').evaluate((node) => node.getBoundingClientRect().top);
      assert.ok(top < 160, `B at ${top}`);
      assert.ok((await heard(page, 'indexes')).includes('select'));
    }),
  );

  test(
    'dialogs, sheets, drawers, tips and guides open, answer and close',
    on('dialogs', async (page) => {
      await press(page, '提示');
      await page.locator('.t-toast').getByText('存好了').waitFor();
      await page.locator('.t-toast').getByText('存好了').waitFor({ state: 'hidden' });
      await press(page, '提醒');
      await page.getByText('停水到六点').waitFor();
      await press(page, '看一看');
      await page.locator('.t-message__icon--right .t-icon').click();
      assert.deepEqual(await heard(page, 'item'), ['link-click', 'close-btn-click']);
      await page.getByText('停水到六点').waitFor({ state: 'hidden' });
      await press(page, '确认');
      await settled(page);
      await press(page, '想好了');
      await settled(page);
      await holds(page, 'out', 'confirmed');
      await press(page, '选一样');
      await settled(page);
      await holds(page, 'out', 'confirmed');
      await press(page, '上门');
      await settled(page);
      await holds(page, 'out', '上门');
      await press(page, '抽屉');
      await settled(page);
      await press(page, '第二项');
      assert.deepEqual(await heard(page, 'drawer'), ['item-click']);
      await page.mouse.click(370, 400);
      await settled(page);
      await holds(page, 'drawer', false);
      await press(page, '遮罩');
      await settled(page);
      await page.mouse.click(200, 600);
      await settled(page);
      await page.locator('.t-overlay:visible').waitFor({ state: 'hidden' });
      await press(page, '问号');
      await settled(page);
      assert.ok(await page.getByText('这是解释').isVisible());
      await page.mouse.click(200, 700);
      await settled(page);
      assert.equal(await page.getByText('这是解释').isVisible(), false);
      await press(page, '渐隐');
      await settled(page);
      assert.equal(await page.getByText('会隐去').isVisible(), false);
      await press(page, '引导');
      await settled(page);
      const box = await page.locator('.t-guide__reference').boundingBox();
      const here = await page.locator('.here').boundingBox();
      assert.ok(
        box && here && Math.abs(box.y + box.height / 2 - here.y - here.height / 2) < 3,
        'round what it explains',
      );
      await press(page, '下一步 (1/2)');
      await settled(page);
      assert.ok(await page.getByText('再到这里').isVisible());
      await press(page, '完成 (2/2)');
      await settled(page);
      assert.equal(await page.getByText('再到这里').isVisible(), false);
    }),
  );

  test(
    'messages of a conversation are shown, folded, judged and sent',
    on('talk', async (page) => {
      assert.ok(await page.locator('.t-chat-list').getByText('几点').isVisible());
      assert.ok(await page.locator('.t-chat-list').getByText('今天').isVisible());
      assert.equal(await page.getByText('小标题').isVisible(), true);
      await page.locator('.t-chat-thinking__icon').last().click();
      assert.equal(await page.getByText('看了课表').isVisible(), false);
      await page.locator('.t-chat-actionbar__item .t-icon').first().click();
      await holds(page, 'acted', 'good');
      await page.locator('.t-attachments__remove .t-icon').click();
      assert.deepEqual(await heard(page, 'files'), ['remove']);
      await page.locator('.t-chat-sender textarea').fill('谢谢');
      await holds(page, 'draft', '谢谢');
      await page.locator('.t-chat-record-hook').click();
      await page.getByRole('button', { name: '允许', exact: true }).click();
      const hold = await page.getByText('按住说话').boundingBox();
      assert.ok(hold, 'who is allowed to record may speak');
      await page.mouse.move(hold.x + hold.width / 2, hold.y + hold.height / 2);
      await page.mouse.down();
      await page.getByText('缺少语音识别插件 WechatSI').waitFor();
      await page.mouse.up();
    }),
  );
});
