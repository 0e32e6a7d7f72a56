import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notShipped, subPackageRoots, weigh } from '../../tools/wechat/weigh';
import { project } from './support/project';

test('a file weighs on the subpackage that it lies in, any other on the main package', () => {
  const files = new Map([
    ['app.js', 5],
    ['packages/school/a.js', 7],
    ['packages/school/b.wxml', 1],
    ['packages/school-old/c.js', 2],
  ]);
  assert.deepEqual(weigh(files, ['packages/school', 'packages/grid']), [
    { name: 'main', bytes: 7, files: 2 },
    { name: 'packages/school', bytes: 8, files: 2 },
    { name: 'packages/grid', bytes: 0, files: 0 },
  ]);
});

test('a source that the compiled result does not hold is listed, unless it holds types alone or is the functions’', (t) => {
  const root = project(t, {
    'miniprogram/app.json': { pages: [], subPackages: [{ root: '/packages/school/', pages: [] }] },
    'miniprogram/app.ts': '',
    'miniprogram/lib/used.ts': '',
    'miniprogram/lib/idle.ts': 'export const nobody = 1;',
    'miniprogram/lib/shape.ts': 'export interface Shape { side: number }',
    'miniprogram/lib/README.md': '',
    'miniprogram/contract/errors.ts': 'export const codes = [1];',
    'cloudfunctions/core/refuse.ts': "import { codes } from '@contract/errors';",
  });
  const compiled = new Map([
    ['app.json', 1],
    ['app.js', 1],
    ['lib/used.js', 1],
  ]);
  assert.deepEqual(notShipped(root, compiled), {
    onlyTypes: ['lib/shape.ts'],
    ofFunctions: ['contract/errors.ts'],
    idle: ['lib/idle.ts'],
  });
  assert.deepEqual(subPackageRoots(root), ['packages/school']);
});
