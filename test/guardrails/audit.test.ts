import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../../tools/lib/root';
import type { Phone } from '../e2e/support/phone';
import { openStreet, type Street } from '../e2e/support/street';
import { type AuditLimits, audit } from './audit';
import { type Visit, visits } from './pages';

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as AppJson;
const PAGES = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

/** Tags, hints and the words under icons may be smaller than what is read; rules.md 4.9 for the others. */
const NORMAL: AuditLimits = { text: 12, touch: 44, primary: 44 };
const LARGE: AuditLimits = { text: 18, touch: 44, primary: 60 };

describe('every page for eyes and fingers, in both sizes', () => {
  let street: Street;
  let known: Record<string, Visit>;
  const phones = new Map<string, Promise<Phone>>();
  before(async () => {
    street = await openStreet();
    known = await visits(street.town);
  });
  after(() => street.close());

  const phoneOf = (holder: string, elder: boolean): Promise<Phone> => {
    const key = `${holder} ${elder}`;
    const open = phones.get(key) ?? street.phone(holder, { elder: elder && 'large', device: key });
    phones.set(key, open);
    return open;
  };

  for (const page of PAGES)
    test(`${page}: nothing too small, too pale, cut off or without words`, async () => {
      const visit = known[page];
      assert.ok(visit, `${page} has no visit in test/guardrails/pages.ts`);
      for (const [size, limits] of [
        ['normal', NORMAL],
        ['large', LARGE],
      ] as const) {
        const phone = await phoneOf(visit.holder, size === 'large');
        await phone.reLaunch(`/${visit.from?.page ?? page}${visit.query}`);
        await visit.from?.go(phone);
        await phone.at(page);
        await phone.gone('.c-waiting');
        await phone.glass.evaluate('globalThis.__name = (f) => f');
        const findings = await phone.glass.evaluate(audit, limits);
        assert.deepEqual(findings, [], size);
      }
    });

  test('and no page was opened with an error', async () => {
    assert.deepEqual(await street.problems(), []);
  });
});
