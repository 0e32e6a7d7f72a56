import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { WxError } from '../../../../local/cloud/index';
import { cloudForTests, declare, invoke, sdk } from '../support/cloud';

const cloud = await cloudForTests({
  functions: [
    declare('wx'),
    declare('wx', { name: 'granted', openApi: ['security.msgSecCheck'] }),
    declare('echo'),
  ],
  messages: { wxa_media_check: 'echo', subscribe_msg_popup_event: 'echo' },
});
const app = sdk(cloud);

interface Verdict {
  suggest: string;
}
type Answer = { ok?: Record<string, unknown> & { result?: Verdict }; errCode?: number; errMsg?: string };

/** By wx-server-sdk inside a function: the multipart and protobuf route. */
async function byFunction(api: string, data: Record<string, unknown>): Promise<Answer> {
  return invoke(cloud, 'wx', { do: 'openapi', api, data });
}

/** By node-sdk's callWxOpenApi: the JSON route. */
async function byJson(
  apiName: string,
  requestData: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { result } = await app.callWxOpenApi({ apiName, requestData });
  return { ...result };
}

const TEXT = { content: '你好', version: 2, scene: 2, openid: 'oALICE' };
const MESSAGE = {
  touser: 'oALICE',
  template_id: 'tmpl',
  page: 'pages/a',
  data: { thing1: { value: 'tea' } },
};

test('wx-server-sdk’s getWXContext shows the caller', async () => {
  const caller = { openid: 'oALICE', unionid: 'uALICE' };
  const { ok } = await invoke<Answer>(cloud, 'wx', { do: 'context' }, caller);
  assert.equal(ok?.OPENID, 'oALICE');
  assert.equal(ok?.UNIONID, 'uALICE');
  assert.equal(ok?.ENV, 'local-env');
  assert.equal(ok?.SOURCE, 'wx_client');
});

for (const suggest of ['pass', 'risky', 'review'] as const) {
  test(`a text that is found ${suggest} is so by both routes`, async () => {
    cloud.openApi.checkTexts = suggest;
    const inFunction = await byFunction('security.msgSecCheck', TEXT);
    assert.equal(inFunction.ok?.result?.suggest, suggest);
    assert.equal(inFunction.ok?.errCode, 0);
    for (const name of ['/wxa/msg_sec_check', 'security.msgSecCheck']) {
      const answer = await byJson(name, TEXT);
      assert.equal(answer.errcode, 0);
      assert.match(JSON.stringify(answer.result), new RegExp(`"suggest":"${suggest}"`));
    }
    cloud.openApi.checkTexts = 'pass';
  });
}

test('a function calls what its config.json names and nothing else: WeChat refuses the rest with -604101', async () => {
  const asked = { do: 'openapi', api: 'security.msgSecCheck', data: TEXT };
  assert.equal((await invoke<Answer>(cloud, 'granted', asked)).ok?.errCode, 0);
  const picture = { do: 'picture', scene: 'a', page: 'pages/a' };
  const refused = await invoke<Answer>(cloud, 'granted', picture);
  assert.equal(refused.errCode, -604101);
  assert.equal((await invoke<Answer>(cloud, 'wx', picture)).errCode, undefined);
});

test('a content check that is down is an error by both routes', async () => {
  cloud.openApi.checkTexts = 'down';
  assert.deepEqual(await byJson('/wxa/msg_sec_check', TEXT), { errcode: -1, errmsg: 'system error' });
  assert.equal((await byFunction('security.msgSecCheck', TEXT)).errCode, -1);
  cloud.openApi.checkTexts = 'pass';
});

test('a check without a text, a person or a scene is refused', async () => {
  for (const name of ['content', 'openid', 'scene']) {
    const rest = Object.fromEntries(Object.entries(TEXT).filter(([key]) => key !== name));
    assert.equal((await byJson('/wxa/msg_sec_check', rest)).errcode, 40097);
  }
});

test('a message is delivered as often as its reader agreed, and then refused with 43101', async () => {
  cloud.openApi.subscriptions.set('oALICE|tmpl', 2);
  assert.equal((await byJson('subscribeMessage.send', MESSAGE)).errcode, 0);
  const { template_id, ...rest } = MESSAGE;
  const sent = await byFunction('subscribeMessage.send', { ...rest, templateId: template_id });
  assert.equal(sent.ok?.errCode, 0);
  const refused = await byFunction('subscribeMessage.send', { ...rest, templateId: template_id });
  assert.equal(refused.errCode, 43101);
  assert.match(String((await byJson('subscribeMessage.send', MESSAGE)).errmsg), /user refuse to accept/);
  assert.deepEqual(
    cloud.openApi.sent.map(({ openid, templateId, page, data }) => ({ openid, templateId, page, data })),
    [1, 2].map(() => ({
      openid: 'oALICE',
      templateId: 'tmpl',
      page: 'pages/a',
      data: { thing1: { value: 'tea' } },
    })),
  );
});

test('a template field that is too long or empty is refused, and costs no consent', async () => {
  cloud.openApi.subscriptions.set('oBOB|tmpl', 1);
  for (const value of ['x'.repeat(21), '']) {
    const answer = await byJson('subscribeMessage.send', {
      ...MESSAGE,
      touser: 'oBOB',
      data: { thing1: { value } },
    });
    assert.deepEqual(answer, { errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid' });
  }
  assert.equal(cloud.openApi.subscriptions.get('oBOB|tmpl'), 1);
});

test('a mini program code can be read and says which page it opens', async () => {
  const { ok } = await invoke<Answer>(cloud, 'wx', { do: 'picture', page: 'pages/s/s', scene: 'id=42' });
  assert.equal(ok?.contentType, 'image/png');
  const { data, width, height } = PNG.sync.read(Buffer.from(String(ok?.base64), 'base64'));
  assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data, 'pages/s/s?scene=id=42');
});

test('a code with a scene or page that WeChat would not take is refused', async () => {
  const scene = await byFunction('wxacode.getUnlimited', { scene: 'x'.repeat(33), page: 'pages/s/s' });
  assert.equal(scene.errCode, 40169);
  const page = await byFunction('wxacode.getUnlimited', { scene: 'a', page: '/pages/s/s' });
  assert.equal(page.errCode, 41030);
});

test('a media check is answered later by a pushed message to the function that takes it', async () => {
  cloud.openApi.checkMedia = 'risky';
  const heard = new Promise<string>((resolve) => {
    cloud.logs.onEntry(({ cause, functionName }) => cause === 'message' && resolve(functionName));
  });
  const media = { media_url: 'https://x/1.jpg', media_type: 2, openid: 'oALICE', version: 2, scene: 2 };
  const { trace_id } = await byJson('/wxa/media_check_async', media);
  assert.equal(typeof trace_id, 'string');
  assert.equal(await heard, 'echo');
});

test('a pushed message is the event as WeChat sends it, and only a person’s message has a caller', async () => {
  const message = { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: 'oALICE' };
  const seen = Object(await cloud.openApi.push(message));
  assert.deepEqual(seen.event, message);
  assert.equal(seen.identity.WX_OPENID, 'oALICE');
  assert.match(seen.identity.TCB_SOURCE, /^wx/);
  const system = Object(await cloud.openApi.push({ ...message, FromUserName: 'wechat' }));
  assert.equal(system.identity.WX_OPENID, undefined);
  await assert.rejects(cloud.openApi.push({ MsgType: 'text' }), { code: 'FUNCTION_NOT_FOUND' });
});

test('any API can be answered by the test instead, as long as the test wants', async () => {
  const stop = cloud.openApi.respond('phonenumber.getPhoneNumber', ({ code }) => {
    if (code === 'bad') throw new WxError(40029, 'invalid code');
    return { phone_info: { phoneNumber: '13800138000' } };
  });
  const { ok } = await byFunction('phonenumber.getPhoneNumber', { code: 'good' });
  assert.deepEqual(ok?.phoneInfo, { phoneNumber: '13800138000' });
  assert.equal((await byFunction('phonenumber.getPhoneNumber', { code: 'bad' })).errCode, 40029);
  stop();
  const unknown = await byFunction('phonenumber.getPhoneNumber', { code: 'good' });
  assert.match(String(unknown.errMsg), /phonenumber\.getPhoneNumber is not supported by this stand-in/);
});
