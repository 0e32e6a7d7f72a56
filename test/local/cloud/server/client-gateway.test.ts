import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests, declare, post, shaped } from '../support/cloud';

const cloud = await cloudForTests({
  templateTitles: { tmplA: '上课提醒' },
  appid: 'wxTEST',
  functions: [declare('echo'), declare('behave', { timeoutSeconds: 1 })],
});
const as = (openid: string): Record<string, string> => ({ 'x-local-session': cloud.session(openid) });

interface TempUrls {
  fileList: { status: number; errMsg: string; tempFileURL: string }[];
}

interface Reply {
  requestID: string;
  result: { event: Record<string, unknown>; identity: Record<string, string> };
}

async function call(body: unknown, headers: Record<string, string>): Promise<Reply['result']> {
  return (await post<Reply>(`${cloud.url}/client/call`, body, headers)).result;
}

test('a call arrives as the person whose session it is', async () => {
  const { event, identity } = await call({ name: 'echo', data: { say: 'hi' } }, as('oALICE'));
  assert.deepEqual(event, { say: 'hi', userInfo: { appId: 'wxTEST', openId: 'oALICE' } });
  assert.equal(identity.WX_OPENID, 'oALICE');
  assert.equal(identity.TCB_SOURCE, 'wx_client');
});

test('an identity that the client forges anywhere is not believed', async () => {
  const forged = {
    name: 'echo',
    openid: 'oBOSS',
    WX_OPENID: 'oBOSS',
    userInfo: { openId: 'oBOSS' },
    caller: { openid: 'oBOSS' },
    data: { userInfo: { openId: 'oBOSS' } },
  };
  const headers = {
    ...as('oALICE'),
    'x-wx-openid': 'oBOSS',
    'wx-openid': 'oBOSS',
    'x-local-openid': 'oBOSS',
  };
  const { event, identity } = await call(forged, headers);
  assert.ok(!JSON.stringify(identity).includes('oBOSS'));
  assert.deepEqual(event.userInfo, { appId: 'wxTEST', openId: 'oALICE' });
});

test('a session that this cloud did not issue is refused', async () => {
  const good = cloud.session('oALICE');
  const bent = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const token of ['', 'oALICE', bent, 'x'.repeat(200)]) {
    const reply = await post(`${cloud.url}/client/call`, { name: 'echo' }, { 'x-local-session': token });
    assert.deepEqual(reply, { errCode: -501007, errMsg: 'x-local-session is not a session of this cloud' });
  }
  assert.match(JSON.stringify(await post(`${cloud.url}/client/call`, { name: 'echo' })), /-501007/);
});

test('a session does not show the openid that is in it', () => {
  const token = cloud.session('oVERYSECRET');
  assert.ok(!Buffer.from(token, 'base64url').toString('latin1').includes('oVERYSECRET'));
});

test('a function’s failure has WeChat’s numbers', async () => {
  const numbers = async (body: unknown): Promise<number> => {
    const reply = await post<{ errCode: number }>(`${cloud.url}/client/call`, body, as('oALICE'));
    return reply.errCode;
  };
  assert.equal(await numbers({ name: 'nobody' }), -501000);
  assert.equal(await numbers({ name: 'behave', data: { do: 'throw' } }), -504002);
  assert.equal(await numbers({ name: 'behave', data: { do: 'hang' } }), -504003);
});

test('a file goes up, is shown by a temporary address, and comes down as it was', async () => {
  const bytes = Buffer.from([0, 255, 10, 13, 200]);
  const upload = await fetch(`${cloud.url}/client/upload?path=${encodeURIComponent('photos/图 1.png')}`, {
    method: 'POST',
    headers: as('oALICE'),
    body: bytes,
  });
  const { fileID, statusCode } = await shaped<{ fileID: string; statusCode: number }>(upload);
  assert.equal(statusCode, 200);
  assert.match(fileID, /^cloud:\/\/local-env\.6c6f-local-env-\d+\/photos\/图 1\.png$/);

  const asked = { fileList: [fileID, 'cloud://local-env.6c6f-local-env-1300000000/none.png'] };
  const { fileList } = await post<TempUrls>(`${cloud.url}/client/temp-url`, asked, as('oALICE'));
  const [there, missing] = fileList;
  assert.equal(there?.status, 0);
  assert.equal(missing?.status, -503003);
  const down = await fetch(there?.tempFileURL ?? '');
  assert.equal(down.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await down.arrayBuffer()), bytes);
});

test('a path that leads out of storage is refused', async () => {
  for (const path of ['../secret', '/etc/passwd', 'a/../../b', '']) {
    const url = `${cloud.url}/client/upload?path=${encodeURIComponent(path)}`;
    const reply = await fetch(url, { method: 'POST', headers: as('oALICE'), body: 'x' });
    assert.match(await reply.text(), /-503004/);
  }
});

test('a person’s answer to the subscription dialog becomes a consent', async () => {
  const body = { templates: { tmplA: 'accept', tmplB: 'reject' } };
  const reply = await post(`${cloud.url}/client/subscribe`, body, as('oSUSAN'));
  assert.deepEqual(reply, { errMsg: 'ok', left: { tmplA: 1, tmplB: 0 } });
  assert.equal(cloud.openApi.subscriptions.get('oSUSAN|tmplA'), 1);
});

test('the dialog hears the titles of the templates that the cloud knows', async () => {
  const reply = await post(`${cloud.url}/client/templates`, { ids: ['tmplA', 'tmplB'] }, as('oSUSAN'));
  assert.deepEqual(reply, { titles: { tmplA: '上课提醒' } });
});

test('a page of this machine may call from another port, one of the open web may not', async () => {
  const preflight = await fetch(`${cloud.url}/client/call`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), 'http://localhost:5173');
  for (const path of ['/client/call', '/control/state', '/admin']) {
    const headers = { ...as('oALICE'), origin: 'https://evil.example' };
    const reply = await fetch(`${cloud.url}${path}`, { method: 'POST', headers, body: '{}' });
    assert.equal(reply.status, 403);
    assert.equal(reply.headers.get('access-control-allow-origin'), null);
  }
});
