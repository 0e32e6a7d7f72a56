import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('typing tells the text, the cursor and the key, and focus and blur are told too', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#first input').click();
  await phone.page.keyboard.press('End');
  await phone.page.keyboard.type('d');
  await phone.page.keyboard.press('Enter');
  const log = (await phone.log())
    .filter(({ target }) => target === 'first')
    .map(({ type, detail }) => [type, detail]);
  assert.deepEqual(log, [
    ['focus', { value: 'abc', height: 0 }],
    ['keyboardheightchange', { height: 0, duration: 0 }],
    ['input', { value: 'abcd', cursor: 4, keyCode: 100 }],
    ['confirm', { value: 'abcd' }],
    ['blur', { value: 'abcd', cursor: 4 }],
    ['keyboardheightchange', { height: 0, duration: 0 }],
  ]);
});

test('the same value given again replaces what was typed meanwhile', async (t) => {
  const phone = await openPageOf(t, 'form');
  const field = phone.page.locator('#first input');
  await field.fill('abcdef');
  await phone.setData({ kept: 'abc' });
  assert.equal(await field.inputValue(), 'abc');
});

test('model:value carries typing into the page and the page into the field', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#second input').fill('typed');
  assert.equal(await phone.data('bound'), 'typed');
  assert.equal(await phone.page.locator('#echo').innerText(), 'typed');
  await phone.setData({ bound: 'from the page' });
  assert.equal(await phone.page.locator('#second input').inputValue(), 'from the page');
});

test('what a listener of input returns is put into the field', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#upper input').pressSequentially('ab');
  assert.equal(await phone.page.locator('#upper input').inputValue(), 'AB');
});

test('a number field takes digits only, and no more than its maxlength', async (t) => {
  const phone = await openPageOf(t, 'form');
  const field = phone.page.locator('#number input');
  await field.pressSequentially('1a2.345');
  assert.equal(await field.inputValue(), '1234');
  assert.equal(await field.getAttribute('inputmode'), 'numeric');
});

test('an input method is left alone while it composes, and tells its text once', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.setData({ kept: '' });
  await phone.page.locator('#first input').click();
  const session = await phone.page.context().newCDPSession(phone.page);
  for (const text of ['n', 'ni']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send('Input.insertText', { text: '你' });
  assert.deepEqual(
    (await phone.log('input')).map(({ detail }) => detail.value),
    ['你'],
  );
});

test('screen readers meet a field by its aria-label, or else by its placeholder', async (t) => {
  const phone = await openPageOf(t, 'form');
  assert.equal(await phone.page.getByRole('textbox', { name: '请输入' }).count(), 1);
  assert.equal(await phone.page.getByRole('textbox', { name: '密码框' }).count(), 1);
  assert.equal(await phone.page.getByRole('checkbox', { name: '苹果' }).count(), 1);
  assert.equal(await phone.page.getByRole('switch', { name: '打开' }).count(), 1);
});

test('focus set by the page opens the field, and can be set again after it was left', async (t) => {
  const phone = await openPageOf(t, 'form');
  const focused = () => phone.page.evaluate('document.activeElement.parentElement.id');
  await phone.setData({ focus: true });
  assert.equal(await focused(), 'first');
  await phone.page.locator('#upper input').click();
  assert.equal(await focused(), 'upper');
  await phone.setData({ focus: true });
  assert.equal(await focused(), 'first');
  await phone.setData({ focus: false });
  assert.notEqual(await focused(), 'first');
});

test('a placeholder shows only while the field is empty, in the style that was asked for', async (t) => {
  const phone = await openPageOf(t, 'form');
  const placeholder = phone.page.locator('#number .phone-placeholder > div');
  assert.equal(await placeholder.isVisible(), true);
  assert.equal(await phone.style('#number .phone-placeholder > div', 'color'), 'rgb(0, 128, 0)');
  await phone.page.locator('#number input').fill('1');
  assert.equal(await placeholder.isVisible(), false);
});

test('a placeholder class of a component is found in the style sheet of the component', async (t) => {
  const phone = await openPageOf(t, 'form');
  assert.equal(await phone.style('#custom .phone-placeholder > div', 'color'), 'rgb(200, 0, 100)');
});

test('a textarea with auto-height grows with its lines and tells so', async (t) => {
  const phone = await openPageOf(t, 'form');
  const height = () => phone.of<number>('#area', '(node) => node.offsetHeight');
  const before = await height();
  await phone.page.locator('#area textarea').fill('one\ntwo\nthree');
  assert.ok((await height()) > before * 2);
  const last = (await phone.log('line')).at(-1);
  assert.equal(last?.detail.lineCount, 3);
});

test('a label presses the checkbox inside of it, and one with for presses what it names', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#text-pear').click();
  await phone.page.locator('#check-apple').click();
  await phone.page.locator('#label-for').click();
  assert.deepEqual(
    (await phone.log('checks')).map(({ detail }) => detail.value),
    [['apple', 'pear'], ['pear']],
  );
  assert.deepEqual(
    (await phone.log('switch')).map(({ detail }) => detail.value),
    [false],
  );
});

test('of the radio buttons of a group one is chosen, and choosing it again says nothing', async (t) => {
  const phone = await openPageOf(t, 'form');
  const checked = () => phone.ofAll(`wx-radio[aria-checked="true"]`, '(nodes) => nodes.map(({ id }) => id)');
  assert.deepEqual(await checked(), ['radio-apple']);
  await phone.page.locator('#radio-peach').click();
  await phone.page.locator('#radio-peach').click();
  assert.deepEqual(await checked(), ['radio-peach']);
  assert.deepEqual(
    (await phone.log('radio')).map(({ detail }) => detail.value),
    ['peach'],
  );
});

test('checkboxes, radio buttons and switches answer to keys and say their state to screen readers', async (t) => {
  const phone = await openPageOf(t, 'form');
  const pear = phone.page.getByRole('checkbox').nth(1);
  await pear.focus();
  await phone.page.keyboard.press('Space');
  assert.equal(await pear.isChecked(), true);
  const toggle = phone.page.getByRole('switch').first();
  await toggle.focus();
  await phone.page.keyboard.press('Space');
  assert.equal(await toggle.getAttribute('aria-checked'), 'false');
  assert.equal(await phone.page.getByRole('checkbox').nth(3).getAttribute('aria-disabled'), 'true');
});

test('a slider follows the finger in its steps, and says the end of it', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.drag('#slider .wx-slider-tap-area', 60, 0);
  const sliding = await phone.log('sliding');
  const [slide] = await phone.log('slide');
  assert.ok(sliding.length > 1);
  assert.equal(Number(slide?.detail.value) % 5, 0);
  assert.ok(Number(slide?.detail.value) > 50);
  await phone.page.getByRole('slider').focus();
  await phone.page.keyboard.press('ArrowLeft');
  assert.equal((await phone.log('slide')).at(-1)?.detail.value, Number(slide?.detail.value) - 5);
});

const INITIAL = {
  first: 'abc',
  second: 'start',
  area: '',
  checks: ['apple'],
  radio: 'apple',
  switch: true,
  slider: 30,
  custom: null,
};

test('submit hands over every named field, those of components with wx://form-field too', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#custom input').fill('inside');
  await phone.page.locator('#submit').click();
  const [submit] = await phone.log('submit');
  assert.deepEqual(submit?.detail.value, { ...INITIAL, custom: 'inside' });
});

test('a button inside a component with wx://form-field-button submits the form around it', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#custom .inner-submit, #custom wx-button').first().click();
  assert.equal((await phone.log('submit')).length, 1);
});

test('reset empties the fields and tells so', async (t) => {
  const phone = await openPageOf(t, 'form');
  await phone.page.locator('#reset').click();
  await phone.page.locator('#submit').click();
  assert.equal((await phone.log('reset')).length, 1);
  const [submit] = await phone.log('submit');
  assert.deepEqual(submit?.detail.value, {
    ...INITIAL,
    first: '',
    second: '',
    checks: [],
    radio: '',
    switch: false,
    slider: 0,
  });
});

test('nothing of this is a problem', async (t) => {
  const phone = await openPageOf(t, 'form');
  assert.deepEqual(await phone.problems(), []);
});
