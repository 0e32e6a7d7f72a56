import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

test('a call without callbacks answers a promise that carries errMsg', async () => {
  assert.deepEqual(await look(phone.page, `wx.setStorage({ key: 'a', data: 1 })`), {
    errMsg: 'setStorage:ok',
  });
});

test('a call with a callback answers nothing, and calls success before complete, later than the call', async () => {
  const order = await look(
    phone.page,
    `new Promise((resolve) => {
      const order = [];
      const answer = wx.getStorage({
        key: 'a',
        success: (result) => order.push(['success', result.errMsg, result.data]),
        fail: () => order.push(['fail']),
        complete: (result) => { order.push(['complete', result.errMsg]); resolve(order); },
      });
      order.push(['returned', answer === undefined]);
    })`,
  );
  assert.deepEqual(order, [
    ['returned', true],
    ['success', 'getStorage:ok', 1],
    ['complete', 'getStorage:ok'],
  ]);
});

test('a failure reaches fail and complete, or rejects the promise, with the same errMsg', async () => {
  const told = await look(
    phone.page,
    `new Promise((resolve) => {
      const told = [];
      wx.getStorage({ key: 'nowhere', fail: (e) => told.push(e.errMsg), complete: (e) => { told.push(e.errMsg); resolve(told); } });
    })`,
  );
  assert.deepEqual(told, ['getStorage:fail data not found', 'getStorage:fail data not found']);
  assert.equal(
    await look(phone.page, `wx.getStorage({ key: 'nowhere' }).catch((e) => e.errMsg)`),
    'getStorage:fail data not found',
  );
});

test('a parameter of the wrong type is refused in the words of WeChat', async () => {
  assert.equal(
    await look(phone.page, `wx.navigateTo({}).catch((e) => e.errMsg)`),
    'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
  );
});

test('every name that the typings of WeChat declare is done here or fails with its name', async () => {
  const documented = await documentedNames();
  assert.ok(documented.length > 400, 'the typings were read');
  const unknown = await look<string[]>(
    phone.page,
    `${JSON.stringify(documented)}.filter((name) => !(name in wx))`,
  );
  assert.deepEqual(unknown, []);
});

test('what is documented and not done here throws and reports its name', async () => {
  const opened = await openPhone('wx');
  const message = await look(
    opened.page,
    `(() => { try { wx.getLocation({}); } catch (error) { return error.message; } })()`,
  );
  assert.equal(message, 'wx.getLocation is not supported by this phone');
  assert.equal(
    await look(
      opened.page,
      `(() => { try { return wx.worklet.timing; } catch (error) { return error.message; } })()`,
    ),
    'wx.worklet.timing is not supported by this phone',
  );
  assert.deepEqual(
    (await opened.problems()).map((problem) => [problem.kind, problem.message]),
    [
      ['wx', 'wx.getLocation is not supported by this phone'],
      ['wx', 'wx.worklet.timing is not supported by this phone'],
    ],
  );
  await opened.close();
});

test('a caller who is prepared for failure is told by fail instead, and it is a problem all the same', async () => {
  const opened = await openPhone('wx');
  assert.deepEqual(
    await look(opened.page, `new Promise((resolve) => wx.chooseLocation({ fail: resolve }))`),
    { errMsg: 'chooseLocation:fail not supported by this phone' },
  );
  assert.equal((await opened.problems()).length, 1);
  await opened.close();
});

test('a name that nobody knows is a problem, once', async () => {
  const opened = await openPhone('wx');
  assert.equal(
    await look(opened.page, 'typeof wx.getWeatherOfTomorrow + typeof wx.getWeatherOfTomorrow'),
    'undefinedundefined',
  );
  assert.equal(await look(opened.page, 'typeof wx.cloud.teleport'), 'undefined');
  assert.deepEqual(
    (await opened.problems()).map((problem) => problem.message),
    [
      'wx.getWeatherOfTomorrow is not a name that WeChat documents',
      'wx.cloud.teleport is not a name that WeChat documents',
    ],
  );
  await opened.close();
});

test('canIUse says yes to what is done here and no to what only fails', async () => {
  const answers = await look(
    phone.page,
    `['showToast', 'showToast.object.image', 'cloud', 'cloud.callFunction', 'button.open-type.share', 'scroll-view',
      'getLocation', 'cloud.database', 'button.open-type.launchApp', 'live-player', 'nothing'].map((s) => wx.canIUse(s))`,
  );
  assert.deepEqual(answers, [true, true, true, true, true, true, false, false, false, false, false]);
});

test('an exception in a callback is not swallowed', async () => {
  const opened = await openPhone('wx');
  await look(
    opened.page,
    `new Promise((resolve) => { wx.getStorageInfo({ success() { setTimeout(resolve, 20); throw new Error('in the callback'); } }); })`,
  );
  const problems = await opened.problems();
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ['uncaught'],
  );
  assert.match(problems[0]?.message ?? '', /in the callback/);
  await opened.close();
});

test('nothing in these calls was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});

/** Members of the interface `Wx` in the installed typings, read as text: TypeScript 7 has no parser for programs. */
async function documentedNames(): Promise<string[]> {
  const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const source = (await readFile(typings, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '');
  const start = source.indexOf('interface Wx {');
  const end = source.indexOf('\n    }', start);
  const members = source.slice(start, end).matchAll(/^ {8}(?:readonly )?([A-Za-z]\w*)\s*[(<:?]/gm);
  return [...new Set([...members].map(([, name]) => name ?? ''))];
}
