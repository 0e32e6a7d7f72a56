import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import tcb from '@cloudbase/node-sdk';
import { digest, Ledger, writeUntilDeath } from './load';

process.env.TENCENTCLOUD = 'true';
process.env.SILENCE = 'true';
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const WRITES_A_ROUND = 60;
const data = mkdtempSync(join(tmpdir(), 'cloud-crash-'));
let child: ChildProcess | undefined;

after(async () => {
  child?.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

type App = ReturnType<typeof tcb.init>;

async function start(): Promise<App> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const started = spawn(process.execPath, ['--import', 'tsx', script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const [url] = await once(createInterface({ input: started.stdout }), 'line');
  return tcb.init({
    env: 'local-env',
    secretId: 'a',
    secretKey: 'b',
    serviceUrl: `${url}/admin`,
    timeout: 5_000,
  });
}

async function kill(): Promise<void> {
  const dying = child;
  assert.ok(dying);
  const gone = once(dying, 'exit');
  dying.kill('SIGKILL');
  await gone;
}

async function verify(app: App, ledger: Ledger): Promise<void> {
  const database = app.database();
  const found = new Map<string, { owner: string }>();
  for (let page = 0; ; page += 1) {
    const { data: letters } = await database
      .collection('letters')
      .orderBy('_id', 'asc')
      .skip(page * 1_000)
      .limit(1_000)
      .get();
    for (const { _id, owner, text, digest: stated } of letters) {
      assert.equal(digest(text), stated, `letter ${_id} is not whole`);
      found.set(_id, { owner });
    }
    if (letters.length < 1_000) break;
  }
  for (const id of ledger.letters) assert.ok(found.has(id), `letter ${id} was acknowledged and is missing`);
  const sizes = new Map<string, number>();
  for (const { owner } of found.values()) sizes.set(owner, (sizes.get(owner) ?? 0) + 1);
  for (const batch of ledger.batches)
    assert.ok(sizes.has(batch), `batch ${batch} was acknowledged and is missing`);
  for (const [owner, size] of sizes)
    if (owner !== 'single') assert.equal(size, 5, `batch ${owner} is in pieces`);
  const indexed = await database.collection('letters').where({ owner: 'single' }).count();
  assert.equal(indexed.total, sizes.get('single') ?? 0, 'the index disagrees with the documents');

  const [counter] = (await database.collection('counters').doc('c').get()).data;
  assert.ok(
    counter.n >= ledger.counted && counter.n <= ledger.countsTried,
    `${ledger.counted} <= ${counter.n}`,
  );
  for (const [fileID, stated] of ledger.files) {
    const { fileContent } = await app.downloadFile({ fileID });
    assert.equal(digest(fileContent ?? ''), stated, `file ${fileID} is not what was acknowledged`);
  }
}

/** However slow the machine: the kill comes in the middle of work, at no particular point of it. */
async function enough(ledger: Ledger, letters: number): Promise<void> {
  while (ledger.letters.size < letters) await new Promise((resolve) => setTimeout(resolve, 5));
}

test(`after kill -9 under load, ${ROUNDS} times over, all that was acknowledged is there and nothing is half done`, async (t) => {
  const ledger = new Ledger();
  let app = await start();
  await app.database().collection('counters').doc('c').set({ n: 0 });
  for (let round = 1; round <= ROUNDS; round += 1) {
    let dead = false;
    const load = writeUntilDeath(app, ledger, () => dead);
    await enough(ledger, ledger.letters.size + WRITES_A_ROUND);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
    dead = true;
    await kill();
    await load;
    app = await start();
    await verify(app, ledger);
  }
  const { letters, batches, files, counted } = ledger;
  assert.ok(files.size > 0, 'no file was uploaded');
  t.diagnostic(`${letters.size} documents, ${batches.size} batches, ${counted} updates, ${files.size} files`);
});
