import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import tcb from '@cloudbase/node-sdk';
import { fixture } from '../support/cloud';

const place = mkdtempSync(join(tmpdir(), 'cloud-cli-'));
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(place, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output: () => string;
}

function run(...options: string[]): Run {
  const script = fileURLToPath(new URL('../../../../local/cloud/cli.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...options], { stdio: 'pipe' });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return { child, output: () => text };
}

async function ended({ child, output }: Run): Promise<{ code: number; text: string }> {
  const [code] = await once(child, 'close');
  return { code, text: output() };
}

async function url({ child, output }: Run): Promise<string> {
  while (!/Control: /.test(output()))
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  return /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
}

const data = join(place, 'data');
const indexes = join(place, 'indexes.json');
const byKind = {
  IndexName: 'kind',
  MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'kind', Direction: '1' }] },
};
writeFileSync(indexes, JSON.stringify({ notes: { indexes: [byKind] } }));
mkdirSync(join(place, 'cloudfunctions', 'echo'), { recursive: true });
cpSync(fixture('echo'), join(place, 'cloudfunctions', 'echo', 'index.js'));
const deployment = join(place, 'cloudbaserc.json');
writeFileSync(
  deployment,
  JSON.stringify({
    functionRoot: 'cloudfunctions',
    functions: [{ name: 'echo', handler: 'index.main', timeout: 5, envVariables: { GREETING: 'hello' } }],
  }),
);

test('alone it serves declared collections and the functions of a cloudbaserc.json until it is told to end', async () => {
  const running = run('--port', '0', '--data', data, '--indexes', indexes, '--functions', deployment);
  const app = tcb.init({
    env: 'any',
    secretId: 'a',
    secretKey: 'b',
    serviceUrl: `${await url(running)}/admin`,
  });
  const { result } = await app.callFunction({ name: 'echo', data: { a: 1 } });
  const seen = Object(result);
  assert.deepEqual(seen.event, { a: 1 });
  assert.equal(seen.environment.GREETING, 'hello');
  const notes = app.database().collection('notes');
  await notes.add({ _id: 'one', kind: 'a' });
  await assert.rejects(notes.add({ kind: 'a' }), /E11000/);
  running.child.kill('SIGTERM');
  assert.equal((await ended(running)).code, 0);
});

test('its documents go out as JSON lines and into another folder', async () => {
  const file = join(place, 'all.jsonl');
  assert.equal((await ended(run('--data', data, '--export', file))).code, 0);
  assert.match(readFileSync(file, 'utf8'), /"one"/);
  const taken = await ended(run('--data', join(place, 'other'), '--import', file));
  assert.match(taken.text, /1 documents read from/);
  assert.equal(taken.code, 0);
});

test('what it is not told rightly it says in a sentence', async () => {
  const broken = join(place, 'broken.json');
  writeFileSync(broken, '{"notes": []}');
  for (const [options, sentence] of [
    [['--port', 'x'], /--port is a number/],
    [['--scan', 'perhaps'], /--scan is allow, warn or reject/],
    [['--data', ':memory:', '--indexes', broken], /notes needs \{"indexes"/],
    [['--data', ':memory:', '--functions', indexes], /has no "functions"/],
  ] as const) {
    const { code, text } = await ended(run(...options));
    assert.equal(code, 1);
    assert.match(text, sentence);
    assert.ok(!text.includes('    at '), 'a sentence, not a stack');
  }
});
