import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../../tools/lib/root';

const JOURNEYS = path.join(ROOT, 'test/e2e');
const readme = readFileSync(path.join(JOURNEYS, 'README.md'), 'utf8');

/** How each seam of `support/driver` looks in a journey. */
const SEAMS: Record<string, RegExp> = {
  'large version': /\belder: (true|'(large|huge)')/,
  network: /\.network\(/,
  conditions: /\.conditions\(/,
  restart: /\.restart\(/,
  foreground: /\.foreground\(/,
  // The two helpers use it.
  glass: /\.glass\b|support\/permission|\bprinted\b/,
  camera: /\.showToCamera\(/,
  clock: /street\.pass\(/,
  document: /\.(xlsx|pdf)'/,
};

/** Rows of the table that begins with this head. */
function table(head: string): string[][] {
  const [, after = ''] = readme.split(`| ${head} |`);
  const [body = ''] = after.split('\n\n');
  return body
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

test('every seam has a row with its reason', () => {
  const rows = table('seam');
  assert.deepEqual(
    rows.map(([seam]) => seam),
    Object.keys(SEAMS),
  );
  for (const [seam, use, reason] of rows) assert.ok(use && reason, seam);
});

test('the README says of every journey whether it runs on DevTools, and what stops it', () => {
  const files = readdirSync(JOURNEYS).filter((name) => name.endsWith('.test.ts'));
  const found = files.map((name) => {
    const source = readFileSync(path.join(JOURNEYS, name), 'utf8');
    const needs = Object.keys(SEAMS).filter((seam) => SEAMS[seam]?.test(source));
    const runs = needs.length > 0 ? 'up to the first of these' : 'whole';
    const isStory = source.includes('openStreet');
    return [
      name.replace('.test.ts', ''),
      isStory ? runs : 'no: it is the stage of `npm start` itself',
      needs.join(', '),
    ];
  });
  assert.deepEqual(table('file'), found);
});

test('no journey is left out in silence', () => {
  for (const name of readdirSync(JOURNEYS).filter((file) => file.endsWith('.test.ts'))) {
    const source = readFileSync(path.join(JOURNEYS, name), 'utf8');
    assert.doesNotMatch(source, /\bskip\b|\btodo\b|DEVTOOLS/, name);
  }
});
