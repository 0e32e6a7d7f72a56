import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DOORS, doorsOf } from '../../../miniprogram/lib/doors';
import { ROOT } from '../../../tools/lib/root';

test('every way in leads to a page that exists', () => {
  const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as {
    subPackages: { root: string; pages: string[] }[];
  };
  const pages = app.subPackages.flatMap(({ root, pages: inside }) =>
    inside.map((page) => `/${root}/${page}`),
  );
  for (const { link } of DOORS) assert.ok(pages.includes(link.replace(/\?.*$/, '')), link);
});

test('a part of the school with nothing in it hides its way in (G12)', () => {
  const titles = (empty: ('courses' | 'recorded')[]) =>
    doorsOf('school_more', false, [], empty).map(({ title }) => title);
  assert.ok(titles([]).includes('录制课'));
  assert.equal(titles(['recorded']).includes('录制课'), false);
  assert.ok(titles(['recorded']).includes('师资'));
});

test('a workplace is shown only to those who hold its role, the large version shows fewer ways in', () => {
  assert.ok(doorsOf('desk', false).every(({ roles }) => roles === undefined));
  assert.ok(doorsOf('service', true).length < doorsOf('service', false).length);
});
