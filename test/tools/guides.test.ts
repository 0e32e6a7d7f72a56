import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';
import { stories } from '../../tools/stories';

/** Every guide: whoever follows one finds what it names. */
const GUIDES = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...['local', 'miniprogram', 'test'].flatMap((folder) =>
    filesBelow(path.join(ROOT, folder), (name) => name.includes('miniprogram_npm'))
      .filter((name) => name.endsWith('README.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const found = (pattern: RegExp): { guide: string; what: string }[] =>
  GUIDES.flatMap((guide) => [...read(guide).matchAll(pattern)].map(([, what = '']) => ({ guide, what })));

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe('the guides', () => {
  test('every link leads to a file, and to a heading in it', () => {
    const broken = found(/\]\((?!https?:)([^)\s]+)\)/g).filter(({ guide, what }) => {
      const [file = '', anchor] = what.split('#');
      const target = path.join(path.dirname(guide), file);
      if (!existsSync(path.join(ROOT, target))) return true;
      if (anchor === undefined) return false;
      return ![...read(target).matchAll(/^#+ (.+)$/gm)].some(
        ([, heading = '']) => anchorOf(heading) === anchor,
      );
    });
    assert.deepEqual(broken, []);
  });

  test('every npm script that is named exists', () => {
    // The project's own file.
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    assert.deepEqual(
      found(/npm run (?:--silent )?([a-z:]+)/g).filter(({ what }) => !(what in scripts)),
      [],
    );
  });

  test('every path of the project that is named exists', () => {
    const paths = found(/`((?:bench|cloudfunctions|database|docs|local|miniprogram|test|tools)\/[\w./-]+)`/g);
    assert.ok(paths.length > 50);
    assert.deepEqual(
      paths.filter(
        ({ what }) => !['', '.ts', '.wxml'].some((end) => existsSync(path.join(ROOT, what + end))),
      ),
      [],
    );
  });

  test('what the stories of npm start tell to tap is written so on the phones or beside them', () => {
    const glass = ['miniprogram', 'cloudfunctions', 'local/stage/browser'].flatMap((folder) =>
      filesBelow(path.join(ROOT, folder), (name) => name.includes('miniprogram_npm'))
        .filter((name) => /\.(ts|wxml)$/.test(name))
        .map((name) => read(`${folder}/${name}`)),
    );
    // What is written or said by hand stands behind one of these.
    const named = stories.flatMap(({ steps }) =>
      steps.flatMap((step) => [...step.matchAll(/(?<!写|说)“([^”]+)”/g)].map(([, words = '']) => words)),
    );
    assert.ok(named.length > 15);
    assert.deepEqual(
      named.filter((words) => !glass.some((text) => text.includes(words))),
      [],
    );
  });

  test('every variable of a deployment stands in cloudbaserc.json, in the guide and in what reads it', () => {
    const names = (text: string, pattern: RegExp): string[] =>
      [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
    const deployed = names(read('cloudbaserc.json'), /\{\{env\.(\w+)\}\}/g);
    const told = names(
      read('docs/deployment.md')
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .map((line) => line.split('|')[1] ?? '')
        .join(),
      /`(\w+)`/g,
    );
    assert.deepEqual(told, deployed);
    assert.deepEqual(
      names(read('cloudfunctions/core/environment.ts'), /\b(RS_[A-Z_]+)\b/g),
      deployed.filter((name) => name !== 'ENV_ID'),
    );
  });
});
