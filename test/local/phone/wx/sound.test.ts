import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { type Facts, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
  await allowRecording(phone);
});
after(() => phone.close());

async function allowRecording(opened: OpenedPhone): Promise<void> {
  await look(opened.page, `void wx.authorize({ scope: 'scope.record' })`);
  await opened.page.getByRole('button', { name: '允许' }).click();
}

/** Records with `options`, runs `code` once it has started, and answers the events in order. */
const record = (
  opened: OpenedPhone,
  options: object,
  code: string,
): Promise<{ told: string[]; stop: Facts }> =>
  look(
    opened.page,
    `new Promise((resolve, reject) => {
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      const told = [];
      const recorder = wx.getRecorderManager();
      recorder.onError((error) => reject(new Error(error.errMsg)));
      recorder.onPause(() => told.push('pause'));
      recorder.onResume(() => told.push('resume'));
      recorder.onStop((stop) => resolve({ told: [...told, 'stop'], stop }));
      recorder.onStart(async () => { told.push('start'); ${code} });
      recorder.start(${JSON.stringify(options)});
    })`,
  );

/** Facts of a WAV file at a path. */
const wav = (opened: OpenedPhone, file: unknown): Promise<Facts> =>
  look(
    opened.page,
    `(async () => {
      const bytes = wx.getFileSystemManager().readFileSync('${file}');
      const view = new DataView(bytes);
      const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes.slice(0));
      return { rate: view.getUint32(24, true), channels: view.getUint16(22, true), seconds: sound.duration,
        loudest: Math.max(...sound.getChannelData(0)) };
    })()`,
  );

test('a microphone is recorded for as long as it ran, in the rate and channels that were asked for', async () => {
  const { told, stop } = await record(
    phone,
    { sampleRate: 16000, numberOfChannels: 1, format: 'wav' },
    'await wait(500); recorder.stop();',
  );
  assert.deepEqual(told, ['start', 'stop']);
  assert.match(String(stop.tempFilePath), /\.wav$/);
  assert.ok(Math.abs(Number(stop.duration) - 500) < 250, `duration ${stop.duration}`);
  const sound = await wav(phone, stop.tempFilePath);
  assert.deepEqual([sound.rate, sound.channels], [16000, 1]);
  assert.ok(Number(sound.seconds) > 0.2 && Number(sound.seconds) < 1.2, `seconds ${sound.seconds}`);
  assert.equal(await phone.page.locator('.phone-notice').count(), 0);
});

test('a pause does not count', async () => {
  const { told, stop } = await record(
    phone,
    {},
    'await wait(200); recorder.pause(); await wait(600); recorder.resume(); await wait(200); recorder.stop();',
  );
  assert.deepEqual(told, ['start', 'pause', 'resume', 'stop']);
  assert.ok(Number(stop.duration) < 650, `duration ${stop.duration}`);
});

test('a recording ends by itself at its limit', async () => {
  const { stop } = await record(phone, { duration: 300 }, '');
  assert.ok(Math.abs(Number(stop.duration) - 300) < 200, `duration ${stop.duration}`);
});

test('stopping what does not run, or starting twice, is an error of the recorder', async () => {
  const errors = await look(
    phone.page,
    `new Promise((resolve) => {
      const errors = [];
      const recorder = wx.getRecorderManager();
      recorder.onStart(() => undefined);
      recorder.onError((error) => errors.push(error.errMsg));
      recorder.onStop(() => resolve(errors));
      recorder.stop();
      recorder.start({});
      recorder.start({});
      recorder.stop();
    })`,
  );
  assert.deepEqual(errors, [
    'operateRecorder:fail recorder not start',
    "operateRecorder:fail audio is recording, don't start record again",
  ]);
});

test('without a microphone notes are recorded, and the glass says so meanwhile', async () => {
  const opened = await openPhone('wx', {
    before: async (page) => {
      await page.addInitScript(
        `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'))`,
      );
    },
  });
  await allowRecording(opened);
  const recorded = record(opened, { numberOfChannels: 1 }, 'await wait(500); recorder.stop();');
  await opened.page.getByText('没有可用的麦克风').waitFor();
  const { stop } = await recorded;
  assert.equal(await opened.page.getByText('没有可用的麦克风').count(), 0);
  const sound = await wav(opened, stop.tempFilePath);
  assert.ok(Math.abs(Number(sound.seconds) * 1000 - Number(stop.duration)) < 5);
  assert.ok(Number(sound.loudest) > 0.1);
  assert.deepEqual(await opened.problems(), []);
  await opened.close();
});

test('a person who refuses the microphone is not recorded', async () => {
  const opened = await openPhone('wx');
  const failed = look(
    opened.page,
    `new Promise((resolve) => { const recorder = wx.getRecorderManager(); recorder.onError(resolve); recorder.start({}); })`,
  );
  await opened.page.getByRole('button', { name: '拒绝' }).click();
  assert.deepEqual(await failed, { errMsg: 'operateRecorder:fail auth deny', errno: 103 });
  await opened.close();
});

test('what was recorded is played: its events, its length, its end', async () => {
  const { stop } = await record(phone, {}, 'await wait(400); recorder.stop();');
  const told = await look<{ order: string[]; duration: number }>(
    phone.page,
    `new Promise((resolve, reject) => {
      const order = [];
      const player = wx.createInnerAudioContext();
      let duration = 0;
      player.onCanplay(() => { order.push('canplay'); duration = player.duration; });
      player.onPlay(() => order.push('play'));
      player.onPause(() => order.push('pause'));
      player.onError((error) => reject(new Error(error.errMsg)));
      player.onEnded(() => { order.push('ended'); player.destroy(); resolve({ order, duration }); });
      player.src = '${stop.tempFilePath}';
      player.play();
    })`,
  );
  assert.deepEqual([...new Set(told.order)].sort(), ['canplay', 'ended', 'play']);
  assert.ok(told.duration > 0.1);
});

test('stop goes back to the beginning and is no pause; a missing sound is an error', async () => {
  const { stop } = await record(phone, {}, 'await wait(600); recorder.stop();');
  const told = await look(
    phone.page,
    `new Promise((resolve) => {
      const told = [];
      const player = wx.createInnerAudioContext();
      player.onPause(() => told.push('pause'));
      player.onStop(() => { told.push('stop', player.currentTime); player.src = 'wxfile://tmp_none.mp3'; player.play(); });
      player.onError(({ errCode }) => { told.push('error', errCode); resolve(told); });
      player.onPlay(() => setTimeout(() => player.stop(), 100));
      player.src = '${stop.tempFilePath}';
      player.play();
    })`,
  );
  assert.deepEqual(told, ['stop', 0, 'error', 10003]);
});

test('the background plays a new source at once when it has a title, and ends with the mini program', async () => {
  const { stop } = await record(phone, {}, 'await wait(1500); recorder.stop();');
  const told = await look(
    phone.page,
    `new Promise((resolve, reject) => {
      const told = [];
      const manager = wx.getBackgroundAudioManager();
      try { manager.src = '${stop.tempFilePath}'; } catch (error) { told.push(error.message); }
      manager.onPlay(() => { if (told.push('play') === 2) __phone.setForeground(false); });
      manager.onPause(() => {
        told.push('pause', manager.paused, wx.getBackgroundAudioManager() === manager);
        __phone.setForeground(true);
        manager.stop();
        resolve(told);
      });
      manager.onError((error) => reject(new Error(error.errMsg)));
      manager.title = '戏匣子';
      manager.src = '${stop.tempFilePath}';
    })`,
  );
  assert.deepEqual(told, ['setBackgroundAudioState:fail title is nil!', 'play', 'pause', true, true]);
});

test('the older functions of the background play, tell their state and stop', async () => {
  const { stop } = await record(phone, {}, 'await wait(1500); recorder.stop();');
  const told = await look(
    phone.page,
    `new Promise((resolve) => {
      const told = [];
      wx.onBackgroundAudioPlay(async () => {
        const { status, dataUrl } = await wx.getBackgroundAudioPlayerState();
        told.push('play', status, dataUrl === '${stop.tempFilePath}');
        wx.stopBackgroundAudio();
      });
      wx.onBackgroundAudioStop(() => resolve([...told, 'stop']));
      wx.playBackgroundAudio({ dataUrl: '${stop.tempFilePath}', title: '戏匣子' });
    })`,
  );
  assert.deepEqual(told, ['play', 1, true, 'stop']);
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
