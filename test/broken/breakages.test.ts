import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../tools/lib/root';
import { KINDS, places } from './breakage';
import { breakages } from './breakages';

/** Whoever moves what a breakage breaks, moves the breakage too; whether its proof fails, `npm run broken` says. */
describe('the kept list of breakages', () => {
  for (const breakage of breakages)
    test(`it can still be broken: ${breakage.sentence}`, () => {
      assert.equal(places(breakage, readFileSync(path.join(ROOT, breakage.file), 'utf8')), 1, breakage.file);
      assert.notEqual(breakage.by, breakage.replaces);
      assert.ok(existsSync(path.join(ROOT, breakage.proof.file)), breakage.proof.file);
    });

  test('every kind of proof is seen to fail in at least two ways', () => {
    for (const kind of KINDS)
      assert.ok(breakages.filter((breakage) => breakage.kind === kind).length >= 2, kind);
  });

  test('no two say the same', () => {
    assert.equal(new Set(breakages.map(({ sentence }) => sentence)).size, breakages.length);
  });
});
