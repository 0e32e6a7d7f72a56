import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Cloud, startCloud } from '../../../../local/cloud/index';
import { type OpenedPhone, openPhone } from '../open';
import { beginByTap, call, look } from './call';

const PERSON = 'openid-of-a-resident';

let cloud: Cloud;
let phone: OpenedPhone;
let folder = '';

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'phone-cloud-'));
  const file = path.join(folder, 'index.js');
  await writeFile(
    file,
    `exports.main = async (event) => {
      if (event.fall) throw new Error('the function fell');
      return { heard: event, openid: event.userInfo.openId };
    };`,
  );
  cloud = await startCloud({
    templateTitles: { PROGRESS: '办理进度提醒' },
    data: ':memory:',
    functions: [{ name: 'echo', file, timeoutSeconds: 3, memoryMb: 128, environment: {}, triggers: [] }],
  });
  phone = await openPhone('wx', { query: { cloud: cloud.url, session: cloud.session(PERSON) } });
});
after(async () => {
  await phone.close();
  await cloud.close();
  await rm(folder, { recursive: true });
});

test('the cloud is not there before wx.cloud.init', async () => {
  const outcome = await call(phone.page, 'cloud.callFunction', { name: 'echo' });
  assert.equal(
    outcome.ok ? '' : outcome.error.errMsg,
    "cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first",
  );
  await look(phone.page, `wx.cloud.init({ env: 'anything', traceUser: true })`);
});

test('a function hears its data and who is calling by the session alone', async () => {
  const outcome = await call(phone.page, 'cloud.callFunction', {
    name: 'echo',
    data: { word: '你好', userInfo: { openId: 'somebody else' } },
  });
  assert.ok(outcome.ok);
  const { errMsg, result, requestID } = outcome.value;
  assert.equal(errMsg, 'cloud.callFunction:ok');
  assert.match(String(requestID), /./);
  const { openid, heard } = result as { openid: string; heard: { word: string } };
  assert.deepEqual([openid, heard.word], [PERSON, '你好']);
});

test('a function that throws is an Error with the number and the sentence of the cloud', async () => {
  const [isError, errCode, errMsg] = await look<[boolean, number, string]>(
    phone.page,
    `wx.cloud.callFunction({ name: 'echo', data: { fall: true } })
      .catch((error) => [error instanceof Error, error.errCode, error.errMsg])`,
  );
  assert.equal(isError, true);
  assert.equal(errCode, -504002);
  assert.match(errMsg, /^cloud\.callFunction:fail Error: errCode: -504002 {2}\| errMsg: /);
  const missing = await call(phone.page, 'cloud.callFunction', { name: 'nobody' });
  assert.equal(missing.ok ? 0 : missing.error.errCode, -501000);
});

test('a file goes up, has an address, and comes down again', async () => {
  await look(
    phone.page,
    `wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/v.txt', '一句话', 'utf8')`,
  );
  const up = await call(phone.page, 'cloud.uploadFile', {
    cloudPath: 'voice/v.txt',
    filePath: 'wxfile://usr/v.txt',
  });
  assert.ok(up.ok, JSON.stringify(up));
  const fileID = String(up.value.fileID);
  assert.match(fileID, /^cloud:\/\/.+\/voice\/v\.txt$/);
  const urls = await call(phone.page, 'cloud.getTempFileURL', { fileList: [fileID] });
  assert.ok(urls.ok);
  const [found] = urls.value.fileList as { tempFileURL: string; status: number }[];
  assert.equal(found?.status, 0);
  assert.equal(await (await fetch(found?.tempFileURL ?? '')).text(), '一句话');
  const down = await call(phone.page, 'cloud.downloadFile', { fileID });
  assert.ok(down.ok, JSON.stringify(down));
  assert.equal(
    await look(phone.page, `wx.getFileSystemManager().readFileSync('${down.value.tempFilePath}', 'utf8')`),
    '一句话',
  );
});

test('a cloud file is a source like any other: pictures are measured and sounds are played', async () => {
  const told = await look(
    phone.page,
    `(async () => {
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 30, height: 20 });
      canvas.getContext('2d');
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas });
      const picture = await wx.cloud.uploadFile({ cloudPath: 'a.png', filePath: tempFilePath });
      const { width, height } = await wx.getImageInfo({ src: picture.fileID });
      const text = await wx.cloud.uploadFile({ cloudPath: 'a.mp3', filePath: tempFilePath });
      const player = wx.createInnerAudioContext();
      const error = await new Promise((resolve) => {
        player.onError(resolve);
        player.src = text.fileID;
        player.play();
      });
      return [width, height, error.errCode];
    })()`,
  );
  // A picture is no sound: that it was fetched and refused shows that the address was found.
  assert.deepEqual(told, [30, 20, 10003]);
});

test('with callbacks an upload answers a task that tells its progress', async () => {
  const told = await look(
    phone.page,
    `new Promise((resolve, reject) => {
      const told = [];
      const task = wx.cloud.uploadFile({
        cloudPath: 'voice/task.txt', filePath: 'wxfile://usr/v.txt',
        success: (result) => resolve([...told, result.errMsg]), fail: reject,
      });
      task.onProgressUpdate(({ progress }) => told.push(progress));
    })`,
  );
  assert.deepEqual((told as unknown[]).slice(-2), [100, 'cloud.uploadFile:ok']);
});

test('without a network a call fails, and works when the network is back', async () => {
  await look(phone.page, `__phone.setConditions({ network: 'none' })`);
  const failed = await call(phone.page, 'cloud.callFunction', { name: 'echo' });
  assert.match(String(failed.ok ? '' : failed.error.errMsg), /^cloud\.callFunction:fail .*request:fail/);
  await look(phone.page, `__phone.setConditions({ network: 'wifi' })`);
  assert.equal((await call(phone.page, 'cloud.callFunction', { name: 'echo' })).ok, true);
});

test('an accepted subscription is one message more that the cloud may send', async () => {
  const outcome = await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds: ['PROGRESS', 'VISIT'] });
  assert.ok(await phone.page.getByRole('checkbox', { name: '办理进度提醒', exact: true }).isVisible());
  await phone.page.getByRole('checkbox', { name: '订阅消息 2（模板 VISIT）', exact: true }).click();
  await phone.page.getByRole('button', { name: '允许' }).click();
  const settled = await outcome();
  assert.ok(settled.ok);
  assert.deepEqual([settled.value.PROGRESS, settled.value.VISIT], ['accept', 'reject']);
  assert.equal(cloud.openApi.subscriptions.get(`${PERSON}|PROGRESS`), 1);
  assert.equal(cloud.openApi.subscriptions.get(`${PERSON}|VISIT`) ?? 0, 0);
});

test('the database belongs to functions: a program may hold it, and what it asks of it fails with its name', async () => {
  const opened = await openPhone('wx');
  assert.equal(
    await look(
      opened.page,
      `(() => { try { wx.cloud.database(); } catch (error) { return error.message; } })()`,
    ),
    "Cloud API isn't enabled, please call wx.cloud.init first",
  );
  await look(opened.page, 'wx.cloud.init()');
  const refused = 'wx.cloud.database is not supported by this phone: a mini program asks a cloud function';
  const asked = `const db = wx.cloud.database({ env: 'x' }); const { command } = db;
    const rows = db.collection('a').where({ n: command.gt(1), at: new db.Geo.Point(1, 2) }).orderBy('n', 'asc');`;
  assert.deepEqual(
    await look(
      opened.page,
      `(async () => { ${asked}
        const told = await new Promise((resolve) => rows.get({ fail: ({ errMsg }) => resolve(errMsg) }));
        return [told, await rows.get().catch(({ message }) => message)];
      })()`,
    ),
    [refused, refused],
  );
  assert.deepEqual(
    (await opened.problems()).map(({ message }) => message),
    [refused, refused, refused],
  );
  await look(opened.page, 'wx.cloud.init()');
  const nowhere = await call(opened.page, 'cloud.callFunction', { name: 'echo' });
  assert.match(String(nowhere.ok ? '' : nowhere.error.errMsg), /opened without a cloud/);
  await opened.close();
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
