import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuiltinsPhone, openPageOf } from './fixture';

/** Turns a wheel of the open picker by keys. */
async function turn(phone: BuiltinsPhone, wheel: number, key: string, times = 1): Promise<void> {
  await phone.page.locator('.phone-picker [role="spinbutton"]').nth(wheel).focus();
  for (let time = 0; time < times; time += 1) await phone.page.keyboard.press(key);
  await phone.page.waitForTimeout(30);
}

const chosen = (phone: BuiltinsPhone) =>
  phone.ofAll(
    '.phone-picker [role="spinbutton"]',
    `(nodes) => nodes.map((node) => node.getAttribute('aria-valuetext'))`,
  );
const confirm = (phone: BuiltinsPhone) => phone.page.getByRole('button', { name: '确定' }).click();

test('a picker-view stands where its value says, and tells where a finger turned it', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  const texts = () =>
    phone.ofAll(
      '#wheels [role="spinbutton"]',
      `(nodes) => nodes.map((node) => node.getAttribute('aria-valuetext'))`,
    );
  assert.deepEqual(await texts(), ['乙', '三']);
  await phone.drag('#wheels [role="spinbutton"] >> nth=0', 0, -100);
  await phone.logged('wheels');
  assert.deepEqual(
    (await phone.log('wheels')).map(({ detail }) => detail.value),
    [[3, 2]],
  );
  await phone.setData({ value: [0, 0] });
  assert.deepEqual(await texts(), ['甲', '一']);
});

test('the rows of a picker-view are as high as its indicator', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  const heights = await phone.ofAll(
    '#wheels .item',
    '(nodes) => [...new Set(nodes.map((node) => node.getBoundingClientRect().height))]',
  );
  assert.deepEqual(heights, [50]);
});

test('a wheel turns by the mouse wheel and by a tap on a row', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  const wheel = phone.page.locator('#wheels [role="spinbutton"]').first();
  await wheel.hover();
  await phone.page.mouse.wheel(0, 80);
  await phone.logged('wheels');
  await phone.page.locator('#wheels .item', { hasText: '丙' }).click({ force: true });
  await phone.logged('wheels', 2);
  assert.deepEqual(
    (await phone.log('wheels')).map(({ detail }) => detail.value),
    [
      [3, 2],
      [2, 2],
    ],
  );
});

test('a picker shows its rows on a sheet and gives the index that was chosen, as text', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#selector').click();
  assert.equal(await phone.page.getByText('选水果').isVisible(), true);
  assert.deepEqual(await chosen(phone), ['梨']);
  await turn(phone, 0, 'ArrowDown');
  await confirm(phone);
  assert.deepEqual(
    (await phone.log('pick')).map(({ detail }) => detail),
    [{ value: '2' }],
  );
});

test('a picker that is cancelled changes nothing and tells so', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#selector').click();
  await phone.page.getByRole('button', { name: '取消' }).click();
  assert.deepEqual(
    (await phone.log()).map(({ name }) => name),
    ['cancel'],
  );
  assert.equal(await phone.page.locator('.phone-picker').count(), 0);
});

test('while several columns are turned the page can change the ones that depend on them', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#multi').click();
  assert.deepEqual(await chosen(phone), ['浙江', '杭州']);
  await turn(phone, 0, 'ArrowDown');
  assert.deepEqual(await chosen(phone), ['江苏', '南京']);
  await turn(phone, 1, 'ArrowDown');
  await confirm(phone);
  assert.deepEqual(
    (await phone.log('column')).map(({ detail }) => detail),
    [
      { column: 0, value: 1 },
      { column: 1, value: 1 },
    ],
  );
  assert.deepEqual(
    (await phone.log('pick')).map(({ detail }) => detail.value),
    [[1, 1]],
  );
});

test('a time picker stays between start and end', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#time').click();
  assert.deepEqual(await chosen(phone), ['12', '30']);
  await turn(phone, 0, 'End');
  assert.deepEqual(await chosen(phone), ['18', '00']);
  await confirm(phone);
  assert.deepEqual(
    (await phone.log('pick')).map(({ detail }) => detail.value),
    ['18:00'],
  );
});

test('a date picker knows the days of each month and its bounds', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#date').click();
  assert.deepEqual(await chosen(phone), ['2024年', '02月', '29日']);
  await turn(phone, 0, 'ArrowUp');
  assert.deepEqual(await chosen(phone), ['2023年', '04月', '29日']);
  await turn(phone, 1, 'Home');
  assert.deepEqual(await chosen(phone), ['2023年', '03月', '31日']);
  await turn(phone, 2, 'Home');
  await confirm(phone);
  assert.deepEqual(
    (await phone.log('pick')).map(({ detail }) => detail.value),
    ['2023-03-15'],
  );
});

test('a date picker of months gives a month', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#month').click();
  await turn(phone, 1, 'ArrowDown');
  await confirm(phone);
  assert.deepEqual(
    (await phone.log('pick')).map(({ detail }) => detail.value),
    ['2024-06'],
  );
});

test('a region picker gives names and codes', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#region').click();
  assert.deepEqual(await chosen(phone), ['浙江省', '杭州市', '西湖区']);
  await turn(phone, 1, 'ArrowDown');
  await confirm(phone);
  const [pick] = await phone.log('pick');
  assert.deepEqual(pick?.detail, {
    value: ['浙江省', '宁波市', '海曙区'],
    code: ['330000', '330200', '330203'],
    postcode: '',
  });
});

test('a disabled picker does not open', async (t) => {
  const phone = await openPageOf(t, 'wheels');
  await phone.page.locator('#off').click({ force: true });
  assert.equal(await phone.page.locator('.phone-picker').count(), 0);
  assert.deepEqual(await phone.problems(), []);
});
