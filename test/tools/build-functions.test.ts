import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { buildFunctions } from '../../tools/build-functions';
import { functionNames } from '../../tools/bundling/places';
import { watchFunctions } from '../../tools/bundling/watch';
import { ROOT } from '../../tools/lib/root';
import { project, write } from './support/project';

const load = createRequire(import.meta.url);
const TSCONFIG = readFileSync(path.join(ROOT, 'tsconfig.base.json'), 'utf8');

function entry(name: string, body: string) {
  return {
    'tsconfig.base.json': TSCONFIG,
    'tsconfig.json': { extends: './tsconfig.base.json' },
    [`cloudfunctions/entry/${name}/index.ts`]: body,
    [`cloudfunctions/entry/${name}/config.json`]: { permissions: { openapi: [] } },
  };
}

const SDK = `import tcb from '@cloudbase/node-sdk';
import { word } from '@contract/words';
const app = tcb.init({ env: 'e', secretId: 'i', secretKey: 'k' });
export const main = async () => word;
export const database = () => app.database();
export const forbidden = () => app.ai();
export const upload = (fileContent: Buffer) => app.uploadFile({ cloudPath: 'a.png', fileContent });
`;
const WORD = { 'miniprogram/contract/words.ts': "export const word = '芝麻';" };

test('a function becomes one CommonJS file with its companions, and carries the shared contract in it', async (t) => {
  const root = project(t, { ...entry('api', SDK), ...WORD });
  const [built] = await buildFunctions(root);
  assert.ok(built);
  assert.deepEqual(Object.keys(load(path.join(built.folder, 'index.js'))).sort(), [
    'database',
    'forbidden',
    'main',
    'upload',
  ]);
  assert.equal(await load(path.join(built.folder, 'index.js')).main(), '芝麻');
  assert.deepEqual(load(path.join(built.folder, 'package.json')).dependencies, {});
  assert.ok(existsSync(path.join(built.folder, 'config.json')));
});

test('the unmodified SDK works from the bundle, at less than 700 KB', async (t) => {
  const root = project(t, { ...entry('api', SDK), ...WORD });
  const [built] = await buildFunctions(root);
  assert.ok(built && built.bytes < 700 * 1024, `${built?.bytes}`);
  const bundle = load(path.join(built.folder, 'index.js'));
  assert.equal(typeof bundle.database().collection('sessions').where({ a: 1 }).get, 'function');
});

test('a part of the SDK that is left out says so when it is touched', async (t) => {
  const root = project(t, { ...entry('api', SDK), ...WORD });
  const [built] = await buildFunctions(root);
  const bundle = load(path.join(built?.folder ?? '', 'index.js'));
  assert.throws(() => bundle.forbidden(), /@cloudbase\/ai\.createAI is left out/);
});

test('an unchanged function is not built again; a change anywhere in what it bundles is seen', async (t) => {
  const root = project(t, { ...entry('api', "export { word as main } from '@contract/words';"), ...WORD });
  const build = async () => (await buildFunctions(root)).map(({ built }) => built);
  assert.deepEqual(await build(), [true]);
  assert.deepEqual(await build(), [false]);
  write(root, { 'miniprogram/contract/words.ts': "export const word = '红';" });
  assert.deepEqual(await build(), [true]);
  write(root, { 'cloudfunctions/entry/api/config.json': { permissions: { openapi: ['a.b'] } } });
  assert.deepEqual(await build(), [true]);
  rmSync(path.join(root, 'dist/cloudfunctions/api/index.js'));
  assert.deepEqual(await build(), [true]);
});

test('the bundle of a function that is gone goes too, so that nobody deploys it', async (t) => {
  const root = project(t, {
    ...entry('api', 'export const main = 1;'),
    ...entry('old', 'export const main = 1;'),
  });
  await buildFunctions(root);
  renameSync(path.join(root, 'cloudfunctions/entry/old'), path.join(root, 'cloudfunctions/old'));
  await buildFunctions(root);
  assert.deepEqual(functionNames(root), ['api']);
  assert.ok(!existsSync(path.join(root, 'dist/cloudfunctions/old')));
});

test('a function without config.json cannot be built', async (t) => {
  const root = project(t, entry('api', 'export const main = 1;'));
  rmSync(path.join(root, 'cloudfunctions/entry/api/config.json'));
  await assert.rejects(buildFunctions(root), /api has no config\.json/);
});

test('while it is watched, a function is built again after a change, and a mistake leaves the former bundle', async (t) => {
  const root = project(t, { ...entry('api', "export { word as main } from '@contract/words';"), ...WORD });
  const told: string[][] = [];
  let wake = (): void => undefined;
  const next = async (): Promise<string[]> => {
    if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return told.shift() ?? [];
  };
  const watch = await watchFunctions(({ errors }) => {
    told.push(errors);
    wake();
  }, root);
  t.after(() => watch.stop());
  const bundle = path.join(root, 'dist/cloudfunctions/api/index.js');
  assert.deepEqual(await next(), []);
  write(root, { 'miniprogram/contract/words.ts': "export const word = '第二回';" });
  assert.deepEqual(await next(), []);
  assert.match(readFileSync(bundle, 'utf8'), /第二回/);
  const size = statSync(bundle).size;
  write(root, { 'miniprogram/contract/words.ts': 'export const word = ;' });
  assert.notDeepEqual(await next(), []);
  assert.equal(statSync(bundle).size, size);
});
