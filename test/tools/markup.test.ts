import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkMarkup } from '../../tools/markup/check';
import { page, project } from './support/project';

const APP = { 'miniprogram/app.json': { pages: ['pages/a/a'] } };
const ROW = {
  'miniprogram/components/row/row.json': { component: true },
  'miniprogram/components/row/row.wxml': '<view/>',
  'miniprogram/components/row/row.ts': 'Component({});',
};
const USES_ROW = { row: '/components/row/row' };

function findings(t: TestContext, files: Record<string, string | object>): string[] {
  return checkMarkup(project(t, { ...APP, ...page('pages/a/a', '<view/>'), ...files }));
}

test('a page with a component of its own, a template and an event has nothing wrong with it', (t) => {
  const files = {
    ...ROW,
    ...page(
      'pages/a/a',
      '<import src="./t.wxml"/><wxs module="m">module.exports = { a: 1 < 2 };</wxs><!-- <nobody/> --><row wx:if="{{n > 1}}" bind:tap="open"/>',
      USES_ROW,
      'Page({ open() {} });',
    ),
    'miniprogram/pages/a/t.wxml': '<template name="t"><text bindtap="{{m.tap}}">{{a}}</text></template>',
    'miniprogram/pages/a/a.wxss':
      "@import '../../styles/base.wxss';\n.a { background: url(data:image/png;base64,AA==); }",
    'miniprogram/styles/base.wxss': '.b { color: red }',
  };
  assert.deepEqual(findings(t, files), []);
});

const FAULTS: { says: string; files: Record<string, string | object>; found: RegExp }[] = [
  {
    says: 'an expression that WeChat cannot compile',
    files: page('pages/a/a', '<view>\n{{a?.b}}</view>'),
    found: /a\.wxml:2 {2}/,
  },
  { says: 'a tag that nobody closes', files: page('pages/a/a', '<view>'), found: /a\.wxml:1 {2}/ },
  {
    says: 'a tag that nobody knows',
    files: page('pages/a/a', '<view>\n<rwo/></view>'),
    found: /a\.wxml:2 {2}<rwo> is no component of pages\/a\/a\.json or app\.json/,
  },
  {
    says: 'a component that does not exist',
    files: page('pages/a/a', '<row/>', USES_ROW),
    found: /a\.json:1 {2}<row> is \/components\/row\/row, which does not exist/,
  },
  {
    says: 'a component that is declared for nothing',
    files: { ...ROW, ...page('pages/a/a', '<view/>', USES_ROW) },
    found: /a\.json:1 {2}<row> is declared but not used/,
  },
  { says: 'a component that nobody uses', files: ROW, found: /row\.json:1 {2}no page or component uses it/ },
  {
    says: 'a page that is in no list',
    files: page('pages/b/b', '<view/>'),
    found: /b\.json:1 {2}is in no page list of app\.json/,
  },
  {
    says: 'a page that has no template',
    files: { 'miniprogram/app.json': { pages: ['pages/a/a', 'pages/c/c'] } },
    found: /app\.json:1 {2}the page pages\/c\/c lacks/,
  },
  {
    says: 'an event for a method that does not exist',
    files: page('pages/a/a', '<view bind:tap="onTpa"/>', {}, 'Page({ onTap() {} });'),
    found: /bind:tap="onTpa": pages\/a\/a\.ts has no onTpa/,
  },
  {
    says: 'a template or picture that is not there',
    files: page('pages/a/a', '<include src="/t.wxml"/>\n<image src="/i.png"/>'),
    found: /<include> names t\.wxml.*[\s\S]*a\.wxml:2 {2}<image> names i\.png/,
  },
  {
    says: 'a style sheet that imports what is not there',
    files: { 'miniprogram/app.wxss': "@import './none.wxss';" },
    found: /app\.wxss:1 {2}@import of \.\/none\.wxss/,
  },
  {
    says: 'a style sheet with an unclosed block',
    files: { 'miniprogram/app.wxss': '.a {\ncolor: red;' },
    found: /app\.wxss:1 {2}Unclosed block/,
  },
  {
    says: 'nested rules, which WeChat’s compiler refuses',
    files: { 'miniprogram/app.wxss': '.a { .b { color: red } }' },
    found: /does not know nested rules/,
  },
  {
    says: 'a picture from the network in a style sheet',
    files: { 'miniprogram/app.wxss': '.a { background: url("https://a.b/c.png"); }' },
    found: /url\(https:\/\/a\.b\/c\.png\)/,
  },
];

for (const { says, files, found } of FAULTS) {
  test(`it finds ${says}`, (t) => {
    assert.match(findings(t, files).join('\n'), found);
  });
}

test('a JSON file that does not parse is named', (t) => {
  assert.throws(() => findings(t, { 'miniprogram/pages/a/a.json': '{' }), /pages\/a\/a\.json/);
});
