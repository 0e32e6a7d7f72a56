import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';
import { packNpm } from '../../tools/pack-npm';
import { codePoints } from '../../tools/packing/icon-sheet';
import { page, project, write } from './support/project';

const BUTTON = { 't-button': 'tdesign-miniprogram/button/button' };
const ICON = { 't-icon': 'tdesign-miniprogram/icon/icon' };
const DEPENDENCIES = { dependencies: { 'tdesign-miniprogram': '*', dayjs: '*' } };

const packed = (root: string): string[] => filesBelow(path.join(root, 'miniprogram/miniprogram_npm'));
const sheetOf = (root: string): string =>
  readFileSync(path.join(root, 'miniprogram/miniprogram_npm/tdesign-miniprogram/icon/icon.wxss'), 'utf8');
const iconsOf = (root: string): string[] => [...codePoints(sheetOf(root)).keys()];

test('a component is packed with the components, scripts, styles and templates that it needs, and nothing else', async (t) => {
  const root = project(t, { 'package.json': DEPENDENCIES, ...page('pages/a/a', '<t-button/>', BUTTON) });
  await packNpm(root);
  const files = packed(root);
  const folders = new Set(files.map((file) => file.split('/')[1]));
  assert.deepEqual(
    [...folders].sort(),
    ['button', 'common', 'icon', 'loading', 'miniprogram_npm', 'mixins'].filter((name) => folders.has(name)),
  );
  for (const needed of [
    'button/button.wxml',
    'button/props.js',
    'loading/loading.js',
    'common/utils.wxs',
    'miniprogram_npm/tslib/index.js',
  ]) {
    assert.ok(files.includes(`tdesign-miniprogram/${needed}`), needed);
  }
  assert.ok(!files.some((file) => file.endsWith('.d.ts')));
});

test('a script of a package comes along when the mini program imports it, and a plain package gets an index.js', async (t) => {
  const script =
    "import dayjs from 'dayjs';\nimport utc from 'dayjs/plugin/utc';\ndayjs.extend(utc);\nPage({});";
  const root = project(t, { 'package.json': DEPENDENCIES, ...page('pages/a/a', '<view/>', {}, script) });
  await packNpm(root);
  assert.deepEqual(packed(root), ['dayjs/index.js', 'dayjs/plugin/utc.js']);
});

test('a theme that a style sheet names by its packed path is packed', async (t) => {
  const root = project(t, {
    'package.json': DEPENDENCIES,
    'miniprogram/app.wxss': "@import './miniprogram_npm/tdesign-miniprogram/common/style/theme/_index.wxss';",
  });
  await packNpm(root);
  assert.ok(packed(root).includes('tdesign-miniprogram/common/style/theme/_index.wxss'));
});

test('the icon font is inside the package, at the code points that TDesign gives', async (t) => {
  const root = project(t, {
    'package.json': DEPENDENCIES,
    ...page('pages/a/a', '<t-icon name="service"/>', ICON),
  });
  await packNpm(root);
  const sheet = sheetOf(root);
  assert.doesNotMatch(sheet, /https?:\/\//);
  const font = Buffer.from(/base64,([^']+)'/.exec(sheet)?.[1] ?? '', 'base64');
  assert.equal(font.subarray(0, 4).toString('latin1'), 'wOFF');
  const original = codePoints(
    readFileSync(path.join(ROOT, 'node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss'), 'utf8'),
  );
  assert.deepEqual(iconsOf(root), ['service']);
  assert.equal(codePoints(sheet).get('service'), original.get('service'));
});

test('an icon is found wherever it can be named: in a tag, a choice, a table of a script, a glued name', async (t) => {
  const root = project(t, {
    'package.json': DEPENDENCIES,
    ...page('pages/a/a', `<t-icon name="{{late ? 'time' : 'check'}}"/><my-row icon="call"/>`, ICON),
    'miniprogram/lib/looks.ts': "export const ICON_OF = { wish: 'heart', errand: 'cart' };",
    'miniprogram/lib/open.wxml': "<t-icon name=\"{{'check-' + shape + '-filled'}}\"/>",
  });
  await packNpm(root);
  const icons = iconsOf(root);
  for (const name of ['time', 'check', 'call', 'heart', 'cart', 'check-circle-filled'])
    assert.ok(icons.includes(name), name);
  assert.ok(icons.length < 20, `too many: ${icons.join(' ')}`);
});

test('an icon that TDesign does not have stops the packing and names the file', async (t) => {
  const root = project(t, {
    'package.json': DEPENDENCIES,
    ...page('pages/a/a', '<t-icon name="sesame"/>', ICON),
  });
  await assert.rejects(packNpm(root), /pages\/a\/a\.wxml: TDesign has no icon "sesame"/);
});

test('a component, file or package that does not exist stops the packing and says who asked', async (t) => {
  const asks = (name: string, files: Record<string, string | object>) =>
    assert.rejects(packNpm(project(t, { 'package.json': DEPENDENCIES, ...files })), new RegExp(name));
  await asks(
    'a.json uses the component tdesign-miniprogram/buton',
    page('a', '', { 't-b': 'tdesign-miniprogram/buton/buton' }),
  );
  await asks('x.wxss names miniprogram_npm/tdesign-miniprogram/none', {
    'miniprogram/x.wxss': "@import '/miniprogram_npm/tdesign-miniprogram/none.wxss';",
  });
  await asks(
    'imports lodash, which is none of the "dependencies"',
    page('a', '', {}, "import _ from 'lodash';\nPage({ _ });"),
  );
});

test('packing again does nothing, and after a change it touches only what changed', async (t) => {
  const root = project(t, {
    'package.json': DEPENDENCIES,
    ...page('pages/a/a', '<t-icon name="time"/>', ICON),
  });
  assert.equal((await packNpm(root)).packed, true);
  assert.equal((await packNpm(root)).packed, false);
  const script = path.join(root, 'miniprogram/miniprogram_npm/tdesign-miniprogram/icon/icon.js');
  const before = statSync(script).mtimeMs;
  write(root, page('pages/a/a', '<t-icon name="home"/>', ICON));
  assert.equal((await packNpm(root)).packed, true);
  assert.deepEqual(iconsOf(root), ['home']);
  assert.equal(statSync(script).mtimeMs, before);
  write(root, page('pages/a/a', '<view/>'));
  await packNpm(root);
  assert.deepEqual(packed(root), []);
  assert.ok(!existsSync(path.dirname(script)));
});

test('a library of which a part is needed becomes one small script in the subpackage that imports it, and nowhere else', async (t) => {
  const script = "import { init } from 'echarts/core';\nPage({ init });";
  const root = project(t, {
    'package.json': DEPENDENCIES,
    ...page('packages/board/a/a', '<view/>', {}, script),
  });
  await packNpm(root);
  assert.deepEqual(packed(root), []);
  const made = path.join(root, 'miniprogram/packages/board/miniprogram_npm/echarts/core.js');
  assert.ok(statSync(made).size < 500 * 1024, 'a quarter of the whole library');
  assert.equal((await packNpm(root)).packed, false);
  await assert.rejects(
    packNpm(project(t, { 'package.json': DEPENDENCIES, ...page('pages/a/a', '<view/>', {}, script) })),
    /too heavy for the main package/,
  );
});
