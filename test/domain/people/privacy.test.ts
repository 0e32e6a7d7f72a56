import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { REACH } from '../../../cloudfunctions/people/my-data/reach';
import { RETENTION } from '../../../cloudfunctions/people/my-data/retention';
import { collections } from '../../../database/collections';
import { ROOT } from '../../../tools/lib/root';

const document = readFileSync(path.join(ROOT, 'docs/privacy.md'), 'utf8');

test('the field table of docs/privacy.md names every personal field with its class, and no other', () => {
  const declared = Object.entries(collections).flatMap(([name, { fields }]) =>
    Object.entries(fields)
      .filter(([, level]) => level === 'L2' || level === 'L3')
      .map(([field, level]) => `${name}.${field} ${level}`),
  );
  const written = document
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => {
      const [, field = '', level = '', why = '', until = ''] = line.split('|').map((cell) => cell.trim());
      assert.ok(why !== '' && until !== '', `${field}: why and how long`);
      return `${field.replaceAll('`', '')} ${level}`;
    });
  assert.deepEqual(written.sort(), declared.sort());
});

test('what the database declares to be kept for days is what the timer removes', () => {
  const declared = Object.entries(collections).flatMap(([name, { retentionDays }]) =>
    retentionDays === null ? [] : [[name, retentionDays]],
  );
  assert.deepEqual(RETENTION, Object.fromEntries(declared));
});

test('erasing reaches every collection with personal fields, or a reason is stated', () => {
  const personal = Object.entries(collections).flatMap(([name, { fields }]) =>
    Object.values<string>(fields).some((level) => level === 'L2' || level === 'L3') ? [name] : [],
  );
  assert.deepEqual(Object.keys(REACH).sort(), personal.sort());
});
