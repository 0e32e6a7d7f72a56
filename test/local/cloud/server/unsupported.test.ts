import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests, declare, invoke, post, sdk } from '../support/cloud';

const cloud = await cloudForTests({
  env: 'only-this',
  functions: [declare('database')],
  collections: { places: { indexes: [] } },
});
const app = sdk(cloud);
interface Refusal {
  code: string;
  message: string;
}
const SAYS_SO = { code: 'LOCAL_NOT_SUPPORTED', message: /not supported by this stand-in/ };

test('an action that the stand-in does not have says so', async () => {
  const reply = await post<Refusal>(cloud.adminUrl, {
    action: 'database.dropCollection',
    envName: 'only-this',
  });
  assert.equal(reply.code, SAYS_SO.code);
  assert.match(reply.message, /database\.dropCollection/);
});

test('users of other login methods are not kept here', async () => {
  await assert.rejects(app.auth().queryUserInfo({ uid: 'abcd', platform: '', platformId: '' }), SAYS_SO);
});

test('payments and other internal calls of wx-server-sdk say so', async () => {
  await assert.rejects(
    async () => app.callWxPayApi({ apiName: 'pay', requestData: Buffer.from('{}') }),
    SAYS_SO,
  );
});

test('watching a collection says so', async () => {
  const refused = await post<Refusal>(cloud.adminUrl, { action: 'auth.wsWebSign', envName: 'only-this' });
  assert.match(refused.message, /watching a collection .* is not supported/);
});

test('data models say so in a function, and reach nobody’s real environment', async () => {
  const { message } = await invoke<Refusal>(cloud, 'database', { do: 'model' });
  assert.match(message, /only-this\.api\.tcloudbasegateway\.com .* is not supported by this stand-in/);
});

test('a query by place says so', async () => {
  const database = app.database();
  await database.collection('places').add({ at: new database.Geo.Point(113, 23) });
  const near = database.command.geoNear({
    geometry: new database.Geo.Point(113, 23),
    maxDistance: 10,
    minDistance: 0,
  });
  await assert.rejects(database.collection('places').where({ at: near }).get(), SAYS_SO);
});

test('another environment is refused when one was named', async () => {
  const reply = await post<Refusal>(cloud.adminUrl, { action: 'database.getDocument', envName: 'another' });
  assert.equal(reply.code, 'INVALID_ENV');
});

test('a request that is not JSON is refused', async () => {
  const reply = await fetch(cloud.adminUrl, { method: 'POST', body: '{"action":' });
  assert.match(await reply.text(), /INVALID_PARAM/);
});
