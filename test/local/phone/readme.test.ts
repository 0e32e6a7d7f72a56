import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../../tools/lib/files';
import { ROOT } from '../../../tools/lib/root';

const TESTS = path.join(ROOT, 'test/local/phone');
const rows = readFileSync(path.join(ROOT, 'local/phone/README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!behaviour)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  // The other table, of other people's mini programs, has three columns.
  .filter((cells) => cells.length === 6)
  .map(([, behaviour = '', page = '', file = '', check = '']) => ({ behaviour, page, file, check }));

/** Titles of a test file, as they are written there. */
function titlesOf(file: string): string[] {
  const source = readFileSync(path.join(TESTS, `${file}.test.ts`), 'utf8');
  return [...source.matchAll(/\btest\(\s*(['`])((?:(?!\1).)*)\1/g)].map(([, , title]) => title ?? '');
}

test('every behaviour in the README of the phone names WeChat’s page and a check that exists', () => {
  assert.ok(rows.length > 80, `${rows.length} rows`);
  for (const { behaviour, page, file, check } of rows) {
    assert.ok(page !== '' && check !== '', behaviour);
    const titles = titlesOf(file);
    assert.ok(
      titles.some((title) => title.includes(check)),
      `${behaviour}: ${file} has no test “${check}”, but ${titles.join('; ')}`,
    );
  }
});

test('every file of checks of components and functions is in the table', () => {
  const named = new Set(rows.map(({ file }) => `${file}.test.ts`));
  const about = filesBelow(TESTS).filter((name) => /^(builtins|wx)\/.*\.test\.ts$/.test(name));
  // Bars and the arithmetic of wheels belong to behaviours that other files show.
  const beside = new Set(['wx/bars.test.ts', 'builtins/picker-columns.test.ts']);
  assert.deepEqual(
    about.filter((name) => !named.has(name) && !beside.has(name)),
    [],
  );
});

test('every built-in component has a row or stands for one', () => {
  const text = rows.map(({ behaviour, page }) => `${behaviour} ${page}`).join(' ');
  const modules = readdirSync(path.join(ROOT, 'local/phone/builtins'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  const inside = new Set([
    ...['index', 'stand-ins', 'button-open-type', 'image-menu', 'picker-columns', 'picker-region'],
    ...['picker-sheet', 'rich-text-nodes', 'scroll-context', 'scroll-refresher', 'swiper-slides', 'movable'],
  ]);
  assert.deepEqual(
    modules.filter((name) => !inside.has(name) && !text.includes(name)),
    [],
  );
});
