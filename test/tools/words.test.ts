import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bannedWords } from '../../tools/checking/words';
import { project } from './support/project';

test('text that must not stand in the project is found with its line, and the rest is left alone', (t) => {
  const root = project(t, {
    'docs/a.md': 'fine\nsee /home/ann/x\n',
    'test/a.test.ts': "it.only('x', () => {});",
    'miniprogram/a.ts': "console.log('x');\n// @ts-ignore\nconst a = b as any;",
    'miniprogram/b.wxml': '<view>{{day}} · {{place}}</view>\n<view>{{line}}</view>',
    'miniprogram/c.ts': '/** 今天 · 明天 */\n// 今天 · 明天\nconst text = day + " · " + place;',
    'local/a.ts': "console.log('a tool may print');",
    'tools/a.ts': '// TODO later\n',
    'package-lock.json': '{ "resolved": "x" }',
    'dist/a.ts': '// TODO made, not written',
  });
  assert.deepEqual(
    bannedWords(root).map((line) => line.replace(/ {2}.*: /, ' ')),
    [
      'docs/a.md:2 /home/ann/',
      'miniprogram/a.ts:1 console.log(',
      'miniprogram/a.ts:2 @ts-ignore',
      'miniprogram/a.ts:3 as any',
      'miniprogram/b.wxml:1 <view>{{day}} · ',
      'miniprogram/c.ts:3 const text = day + " · ',
      'package-lock.json:1 "resolved":',
      'test/a.test.ts:1 it.only',
      'tools/a.ts:1 TODO',
    ],
  );
});
