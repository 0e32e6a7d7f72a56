import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { emptyDataFolder, startCloud } from '../../local/cloud';
import { ROOT } from '../../tools/lib/root';

/** A folder as somebody may have called theirs. */
const FOLDER = mkdtempSync(path.join(tmpdir(), '街道 的 夹 '));
after(() => rmSync(FOLDER, { recursive: true }));

/** What a person reads who runs this, and how it ended. */
async function run(tool: string, args: readonly string[] = [], variables: Record<string, string> = {}) {
  const { RS_KEYS, RS_PEPPER, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, ...machine } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, tool), ...args], {
    cwd: ROOT,
    env: { ...machine, ...variables },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

const MISTAKES: readonly [title: string, tool: string, args: string[], RegExp, Record<string, string>?][] = [
  ['an option that start does not have', 'tools/start.ts', ['--prot', '1'], /--prot[\s\S]*npm start --/],
  ['keys, mistyped', 'tools/keys.ts', ['--rotat'], /--rotat[\s\S]*npm run keys/],
  [
    'rotating what is no key',
    'tools/keys.ts',
    ['--rotate'],
    /not what npm run keys printed: RS_KEYS/,
    { RS_KEYS: 'abc', RS_PEPPER: 'x' },
  ],
  ['provision, mistyped', 'tools/provision.ts', ['--evn', 'x'], /--evn[\s\S]*--env ID/],
  ['seed into a file', 'tools/seed.ts', ['package.json'], /package\.json/],
  ['build with an option', 'tools/build.ts', ['--watch'], /--watch[\s\S]*npm run build/],
  ['pictures, mistyped', 'test/guardrails/pictures.ts', ['--onyl', 'x'], /--onyl[\s\S]*--only WORD/],
];

describe('an ordinary mistake is answered by a sentence, not by a stack', { concurrency: 2 }, () => {
  for (const [title, tool, args, sentence, variables] of MISTAKES)
    test(title, async () => {
      const { code, said } = await run(tool, args, variables);
      assert.equal(code, 1, said);
      assert.match(said, sentence);
      assert.doesNotMatch(said, /^\s+at /m);
    });

  test('a busy port: nothing was built, nothing was removed, and the program ends', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const address = busy.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const data = path.join(FOLDER, 'street');
    mkdirSync(data);
    writeFileSync(path.join(data, 'cloud.sqlite'), '');
    const asked = ['--port', port, '--data', data, '--fresh', '--no-open'];
    const { code, said } = await run('tools/start.ts', asked);
    busy.close();
    assert.equal(code, 1, said);
    assert.match(said, new RegExp(`^Port ${port} is taken`));
    assert.ok(existsSync(path.join(data, 'cloud.sqlite')));
  });

  test('--fresh removes a street, and no other folder', async () => {
    const photos = path.join(FOLDER, 'photos');
    mkdirSync(photos);
    writeFileSync(path.join(photos, 'holiday.jpg'), 'x');
    const { code, said } = await run('tools/start.ts', [
      '--port',
      '0',
      '--data',
      photos,
      '--fresh',
      '--no-open',
    ]);
    assert.equal(code, 1, said);
    assert.match(said, /nothing was removed/);
    assert.ok(existsSync(path.join(photos, 'holiday.jpg')));
  });

  test('a folder that another program holds is left as it is, and is emptied when that has ended', async () => {
    const data = path.join(FOLDER, 'held');
    const cloud = await startCloud({ data, collections: { notes: { indexes: [] } } });
    cloud.store.insert('notes', [{ _id: 'a' }]);
    assert.throws(() => emptyDataFolder(data), /in use by another cloud/);
    assert.equal(cloud.store.count('notes', {}).total, 1);
    await cloud.close();
    writeFileSync(path.join(data, 'mine.txt'), 'x');
    // As a street leaves it that was ended by a power cut.
    writeFileSync(path.join(data, 'cloud.sqlite-wal'), '');
    emptyDataFolder(data);
    assert.ok(!existsSync(path.join(data, 'documents.sqlite')));
    assert.ok(existsSync(path.join(data, 'mine.txt')));
  });
});
