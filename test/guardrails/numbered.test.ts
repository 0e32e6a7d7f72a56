import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';

/** Each guardrail of rules.md section 3, in the words by which it is looked for here. */
const GUARDRAILS = {
  G1: 'no points, ranking, levels, streaks or badges',
  G2: 'no time online, logins or watching is counted',
  G3: 'nobody needs this phone: telephone, counter, family, the person at the door',
  G4: 'photos, videos and tracks are never needed to finish a matter',
  G5: 'nothing is asked twice',
  G6: 'no least numbers, nobody is compared with anybody',
  G7: '投诉建议 for everybody, without a name too',
  G8: 'quiet hours, and a day has a most',
  G9: 'nothing is sold, paid or advertised',
  G10: 'exported with one tap, never typed again',
  G11: 'what is late is the matter, not a person',
  G12: 'what grows old is said to the office, what is empty is not shown',
  G13: 'who runs it, its filings and its date are public',
} as const;

/** Titles of tests that run: a skipped one proves nothing. */
function titles(): string[] {
  const folder = path.join(ROOT, 'test');
  return filesBelow(folder, () => false)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(folder, name), 'utf8').matchAll(/\btest\(\s*(['"`])((?:(?!\1).)*)\1/g),
    ])
    .map(([, , title = '']) => title);
}

test('each guardrail is stated by a test that carries its number', () => {
  const stated = new Set(titles().flatMap((title) => title.match(/\[G\d+\]/g) ?? []));
  const missing = Object.entries(GUARDRAILS).filter(([number]) => !stated.has(`[${number}]`));
  assert.deepEqual(missing, []);
  const unknown = [...stated].filter((number) => !(number.slice(1, -1) in GUARDRAILS));
  assert.deepEqual(unknown, []);
});
