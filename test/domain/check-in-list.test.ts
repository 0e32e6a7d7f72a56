import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../tools/lib/root';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\\u2019', '’');
const DOOR = 'test/functions/check-in-cases.test.ts';

const listed = [...read('docs/check-in.md').matchAll(/^- \[x\] (.+) \(`(.+)`\)$/gm)].map(
  ([, title = '', file = '']) => ({ title, file }),
);

test('every case on the list of the door has its test, and every case at the door is on the list [S51]', () => {
  assert.ok(listed.length >= 60, `${listed.length} cases`);
  for (const { title, file } of listed)
    assert.ok(read(file).includes(title), `${file} has no test “${title}”`);
  const shown = new Set(listed.filter(({ file }) => file === DOOR).map(({ title }) => title));
  const cases = [...read(DOOR).matchAll(/^atTheDoor\(\s*(['"`])(.+?)\1,?/gm)].map(
    ([, , title = '']) => title,
  );
  assert.ok(cases.length > 30);
  for (const title of cases) assert.ok(shown.has(title), `“${title}” is not on the list`);
});
