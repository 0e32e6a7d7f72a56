import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startCloud } from '../../../../local/cloud/index';
import { cloudForTests, sdk } from '../support/cloud';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cloud-data-'));
  after(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('documents, messages, consents, sessions and the clock are there after a restart', async () => {
  const data = folder();
  const first = await cloudForTests({ data, collections: { notes: { indexes: [] } } });
  await sdk(first).database().collection('notes').doc('a').set({ n: 1 });
  first.openApi.subscriptions.set('oALICE|tmpl', 2);
  const message = { touser: 'oALICE', template_id: 'tmpl', data: { thing1: { value: 'tea' } } };
  await sdk(first).callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: message });
  await first.clock.advance(86_400_000);
  const token = first.session('oALICE');
  await first.close();

  const second = await cloudForTests({ data });
  assert.deepEqual((await sdk(second).database().collection('notes').doc('a').get()).data, [
    { _id: 'a', n: 1 },
  ]);
  assert.equal(second.openApi.sent.length, 1);
  assert.equal(second.openApi.subscriptions.get('oALICE|tmpl'), 1);
  assert.equal(second.clock.offset(), 86_400_000);
  const reply = await fetch(`${second.url}/client/temp-url`, {
    method: 'POST',
    headers: { 'x-local-session': token },
    body: '{"fileList":[]}',
  });
  assert.deepEqual(await reply.json(), { fileList: [] });
});

test('a folder that another cloud holds is not opened', async () => {
  const data = folder();
  const holder = await cloudForTests({ data });
  await assert.rejects(startCloud({ data }), { message: /in use by another/ });
  await holder.close();
  await (await startCloud({ data })).close();
});

for (const name of ['cloud.sqlite', 'documents.sqlite']) {
  test(`a damaged ${name} is named, and left as it was`, async () => {
    const data = folder();
    const file = join(data, name);
    writeFileSync(file, 'this is somebody’s letter, and not a database at all\n'.repeat(200));
    const before = readFileSync(file);
    await assert.rejects(startCloud({ data }), { message: new RegExp(name) });
    assert.deepEqual(readFileSync(file), before);
  });
}
