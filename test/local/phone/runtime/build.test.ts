import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { BuildError, buildPhone, createBuildCache } from '../../../../local/phone/build/index';
import { portWxs } from '../../../../local/phone/build/wxs';

const folder = mkdtempSync(path.join(tmpdir(), 'phone-build-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let next = 0;

/** Writes a project whose files are given by path; what every mini program needs is there already. */
function write(files: Record<string, string>): string {
  next += 1;
  const project = path.join(folder, `project-${next}`);
  const all: Record<string, string> = {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({});',
    'pages/a/a.js': 'Page({});',
    'pages/a/a.json': '{}',
    'pages/a/a.wxml': '<view />',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return project;
}

async function findings(files: Record<string, string>): Promise<string[]> {
  const project = write(files);
  try {
    await buildPhone({ project, out: path.join(project, 'out') });
  } catch (error) {
    assert.ok(error instanceof BuildError, String(error));
    return error.findings.map(
      ({ file, line, column, message }) => `${path.relative(project, file)}:${line}:${column} ${message}`,
    );
  }
  return [];
}

describe('a build that fails says where', () => {
  test('in a template', async () => {
    assert.deepEqual(await findings({ 'pages/a/a.wxml': '<view>\n  <text>{{a?.b}}</text>\n</view>' }), [
      'pages/a/a.wxml:2:12 WXML: unexpected character inside expression',
    ]);
    assert.deepEqual(await findings({ 'pages/a/a.wxml': '<view>\n<text></view>' }), [
      'pages/a/a.wxml:2:2 WXML: missing end tag',
    ]);
  });

  test('in WXS, inline or not', async () => {
    assert.deepEqual(
      await findings({ 'pages/a/a.wxml': '<view />\n<wxs module="m">\nvar a = 1;\nlet b = 2;\n</wxs>' }),
      ['pages/a/a.wxml:4:1 WXS has no `let`'],
    );
    assert.deepEqual(
      await findings({ 'pages/a/a.wxml': '<wxs module="m" src="m.wxs" />', 'pages/a/m.wxs': 'var a = (;' }),
      ['pages/a/m.wxs:1:10 WXS: Unexpected token (1:9)'],
    );
  });

  test('in a style sheet and what it imports', async () => {
    assert.deepEqual(await findings({ 'pages/a/a.wxss': '.a {\n  color: red;\n' }), [
      'pages/a/a.wxss:1:1 WXSS: Unclosed block',
    ]);
    assert.deepEqual(await findings({ 'app.wxss': '\n@import "none.wxss";' }), [
      'app.wxss:2:1 WXSS: @import "none.wxss" is missing',
    ]);
  });

  test('in a script, and when one is missing', async () => {
    const [syntax] = await findings({ 'pages/a/a.js': 'Page({\n  data: ,\n});' });
    assert.match(syntax ?? '', /pages\/a\/a\.js:2:9 Unexpected/);
    assert.deepEqual(
      await findings({
        'pages/a/a.json': '{ "usingComponents": { "b": "/b/b" } }',
        'b/b.wxml': '',
        'b/b.json': '{ "component": true }',
      }),
      ['b/b.js:1:1 is missing'],
    );
  });

  test('in configuration: what is not JSON, pages and components that do not exist', async () => {
    const [json] = await findings({ 'pages/a/a.json': '{\n  "a": 1,\n}' });
    assert.match(json ?? '', /^pages\/a\/a\.json:3:1 not JSON/);
    assert.deepEqual(await findings({ 'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }' }), [
      'app.json:1:1 "pages/b/b": pages/b/b.wxml is missing',
    ]);
    assert.deepEqual(
      await findings({ 'pages/a/a.json': '{ "usingComponents": { "x": "./x", "t": "tdesign/x" } }' }),
      [
        'pages/a/a.json:1:1 component not found: "./x"',
        'pages/a/a.json:1:1 component not found: "tdesign/x"',
      ],
    );
  });
});

describe('a build', () => {
  test('reads projects whose mini program is in a folder, in TypeScript, with packages packed or installed', async () => {
    const project = write({
      'project.config.json': '{ "miniprogramRoot": "mini/" }',
      'mini/app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "packed": "box/button" } }',
      'mini/app.ts': 'App<{ n: number }>({ n: 1 });',
      'mini/pages/a/a.json': '{ "usingComponents": { "installed": "kit/card" } }',
      'mini/pages/a/a.ts':
        "import { add } from 'kit';\nimport { twice } from '/tools/twice';\nPage({ data: { sum: add(twice(1), 2) } });",
      'mini/pages/a/a.wxml': '<packed /><installed />',
      'mini/tools/twice.ts': 'export const twice = (n: number): number => n * 2;',
      'mini/miniprogram_npm/box/button.json': '{ "component": true }',
      'mini/miniprogram_npm/box/button.js': 'Component({});',
      'mini/miniprogram_npm/box/button.wxml': '<view />',
      'node_modules/kit/package.json': '{ "name": "kit", "main": "lib/index.js", "miniprogram": "dist" }',
      'node_modules/kit/dist/index.js': 'exports.add = (a, b) => a + b;',
      'node_modules/kit/dist/card.json': '{ "component": true }',
      'node_modules/kit/dist/card.js': 'Component({});',
      'node_modules/kit/dist/card.wxml': '<view />',
    });
    const out = path.join(project, 'out');
    const report = await buildPhone({ project, out, minify: true });
    assert.deepEqual([report.pages, report.count.units], [['pages/a/a'], 3]);
    assert.ok(
      readFileSync(path.join(out, 'bundle.js.map'), 'utf8').includes('twice.ts'),
      'sources are mapped',
    );
  });

  test('notes what WeChat accepts and does not show', async () => {
    const project = write({
      'pages/a/a.wxss': '.a {\n  background: url("data:image/png;base64,x"), url(/b.png);\n}',
      'pages/a/a.json': '{ "usingComponents": { "p": "plugin://other/card" } }',
      'pages/a/a.wxml': '<include src="gone.wxml" />',
      'pages/a/a.js': "Page({});\nrequire('./none');",
    });
    const { notes } = await buildPhone({ project, out: path.join(project, 'out') });
    assert.deepEqual(
      notes.map((note) => note.replace(`${project}/`, '').replace(/:\d+:\d+ .*?"?(plugin|file)/, ': $1')),
      [
        'pages/a/a.json: plugin://other/card": plugins cannot be had outside WeChat',
        'pages/a/a.wxml:1:1 WXML: pages/a/gone.wxml is missing',
        'pages/a/a.wxss: file of the package cannot be had from WXSS: use a network address, base64 or <image/>',
        'pages/a/a.js:2:9 module "./none" is missing',
      ],
    );
  });

  test('leaves the icons of a packed component alone when it carries its own font', async () => {
    const project = write({
      'pages/a/a.wxss':
        "@font-face{font-family:t;src:url('data:font/woff2;base64,aa')}\n.t-icon-add:before{content:'\\E001'}",
    });
    await buildPhone({ project, out: path.join(project, 'out') });
    const data = readFileSync(path.join(project, 'out/project.js'), 'utf8');
    assert.match(data, /t-icon-add:before\{content:'\\\\E001'/);
  });

  test('takes Sass and Less where WeChat does, and says where they are wrong', async () => {
    const project = write({
      'pages/a/a.scss': '$c: red;\n.a { .b { color: $c; width: 2rpx * 2; } }',
      'app.less': '@c: blue;\n.a { .b { color: @c; } }',
    });
    await buildPhone({ project, out: path.join(project, 'out') });
    const data = readFileSync(path.join(project, 'out/project.js'), 'utf8');
    assert.match(
      data,
      /\.__SCOPE__a \.__SCOPE__b \{\\n {2}color: red;\\n {2}width: calc\(var\(--rpx\) \* 4\)/,
    );
    assert.match(data, /color: blue/);
    const [sassError] = await findings({ 'pages/a/a.scss': '.a {\n  color: $none;\n}' });
    assert.equal(sassError, 'pages/a/a.scss:2:10 Sass: Undefined variable.');
    const [lessError] = await findings({ 'pages/a/a.less': '.a {\n  color: @none;\n}' });
    assert.equal(lessError, 'pages/a/a.less:2:10 Less: variable @none is undefined');
    const [lost] = await findings({
      'pages/a/a.less': '@import (reference) "~nobody/fn.less";\n.a { top: 0; }',
    });
    assert.equal(lost, 'pages/a/a.less:1:1 Less: import not found: ~nobody/fn.less');
  });

  test('lets a write to a constant fail when it is reached, not before', async () => {
    const project = write({ 'pages/a/a.js': 'Page({ onLoad() { const a = 1; if (this.x) { a = 2; } } });' });
    await buildPhone({ project, out: path.join(project, 'out') });
    assert.match(readFileSync(path.join(project, 'out/bundle.js'), 'utf8'), /"a" is read-only/);
  });

  test('copies pictures and sound, and not what is compiled', async () => {
    const project = write({ 'img/a.png': 'png', 'img/b.mp3': 'mp3', 'README.md': 'x' });
    const { count } = await buildPhone({ project, out: path.join(project, 'out') });
    assert.equal(readFileSync(path.join(project, 'out/files/img/a.png'), 'utf8'), 'png');
    assert.equal(count.assets, 3, 'pages/a/a.json is data to a mini program too');
  });

  test('is done within a second for all of TDesign when it is done again', async () => {
    const project = write({});
    symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'));
    const kit = 'tdesign-miniprogram';
    const names = [
      'button',
      'cell',
      'calendar',
      'cascader',
      'upload',
      'table',
      'tree-select',
      'image-viewer',
      'guide',
    ];
    writeFileSync(
      path.join(project, 'pages/a/a.json'),
      JSON.stringify({
        usingComponents: Object.fromEntries(names.map((name) => [`t-${name}`, `${kit}/${name}/${name}`])),
      }),
    );
    const out = path.join(project, 'out');
    await buildPhone({ project, out });
    const { ms } = await buildPhone({ project, out });
    assert.ok(ms < 4000, `${ms} ms, on a machine that may be busy`);
  });
});

describe('scripts as WeChat compiles them', () => {
  test('bundles scripts again only when one was saved, or came to where another reference would mean it', async () => {
    const project = write({
      'pages/a/a.js': "const kit = require('./kit');\nPage({ data: kit });",
      'pages/a/kit/index.js': 'exports.first = 1;',
    });
    const out = path.join(project, 'out');
    const cache = createBuildCache();
    const save = (name: string, text: string): void => writeFileSync(path.join(project, name), text);
    /** What was written of it, and whether the bundle was. */
    const build = async (): Promise<{ data: string; bundle: string; bundled: boolean }> => {
      const bundle = path.join(out, 'bundle.js');
      const before = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs;
      await buildPhone({ project, out, cache });
      return {
        data: readFileSync(path.join(out, 'project.js'), 'utf8'),
        bundle: readFileSync(bundle, 'utf8'),
        bundled: statSync(bundle).mtimeMs !== before,
      };
    };
    try {
      assert.match((await build()).bundle, /exports\.first = 1/);
      save('pages/a/a.wxml', '<view class="new" />');
      save('pages/a/a.wxss', '.new { color: teal; }');
      const drawn = await build();
      assert.equal(drawn.bundled, false);
      assert.match(drawn.data, /"new"/);
      assert.match(drawn.data, /teal/);
      save('pages/a/kit/index.js', 'exports.first = 12;');
      assert.match((await build()).bundle, /exports\.first = 12/);
      save('pages/a/kit.js', 'exports.nearer = 1;');
      assert.match((await build()).bundle, /exports\.nearer = 1/);
      save('pages/a/a.js', "require('../b/gone');\nPage({});");
      assert.match((await build()).bundle, /is not defined/);
      mkdirSync(path.join(project, 'pages/b'));
      save('pages/b/gone.js', 'exports.back = 1;');
      assert.match((await build()).bundle, /exports\.back = 1/);
    } finally {
      await cache.dispose();
    }
  });

  test('a name that is imported and not exported is undefined, and noted', async () => {
    const project = write({
      'pages/a/a.js': "import { here, gone } from './more';\nPage({ data: { here, gone } });",
      'pages/a/more.js': 'export const here = 1;',
    });
    const { notes } = await buildPhone({ project, out: path.join(project, 'out') });
    assert.deepEqual(
      notes.map((note) => path.relative(project, note)),
      ['pages/a/a.js:1:16 "gone" is imported and not exported there: it is undefined'],
    );
  });
});

describe('WXS as JavaScript', () => {
  test('the name of a type, a pattern with backslashes and required modules', () => {
    const source =
      "var a = x.y.constructor === 'Array';\nvar r = getRegExp('\\d\\\\w\\n', 'g');\nvar m = require('./m.wxs');";
    assert.deepEqual(portWxs(source, 'a.wxs'), {
      code: "var a = __wxsConstructor(x.y) === 'Array';\nvar r = getRegExp('\\\\d\\\\w\\n', 'g');\nvar m = require(\"./m\");",
      requires: ['./m'],
    });
  });

  test('words that only JavaScript reserves are names there, and keys stay keys', () => {
    const { code } = portWxs("var class = 'a'; module.exports = {class: class, with: m.class};", 'a.wxs');
    assert.equal(code, "var $lass = 'a'; module.exports = {class: $lass, with: m.class};");
    assert.throws(() => portWxs('class A {}', 'a.wxs'), /WXS has no classes/);
  });
});
