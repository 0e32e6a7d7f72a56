import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { ROOT } from '../../tools/lib/root';

interface Row {
  row: string;
  page: string;
  action: string;
  file: string;
}

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

function rows(): Row[] {
  return read('docs/features.md')
    .split('\n')
    .filter((line) => /^\| [SP]\d+ /.test(line))
    .map((line) => {
      const [, row = '', , page = '', action = '', file = ''] = line.split('|').map((cell) => cell.trim());
      return { row, page, action, file };
    });
}

function pages(): Set<string> {
  const app = JSON.parse(read('miniprogram/app.json')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return new Set([
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
  ]);
}

test('every row of the feature map names a page that exists and an action of the table', () => {
  const known = pages();
  assert.ok(rows().length > 10);
  for (const { row, page, action } of rows()) {
    assert.ok(known.has(page), `${row}: ${page}`);
    if (action !== '') assert.ok(table.has(action), `${row}: ${action}`);
  }
});

test('every row of the feature map is proven by a test that carries its number', () => {
  for (const { row, file } of rows()) {
    // In a title: of a test, of a suite, or of what a file's own helper makes one of.
    const titled = new RegExp(`\\(\\s*(['"\`]).*\\[${row}\\].*\\1,`);
    assert.ok(titled.test(read(file)), `${row} in ${file}`);
  }
});
