import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { lookOf } from '../../miniprogram/lib/elder';
import { ROOT } from '../../tools/lib/root';
import type { Phone } from '../e2e/support/phone';
import { openStreet, type Street } from '../e2e/support/street';
import { FILLED } from './filled';
import { HUGE, LARGE, NORMAL } from './limits';
import { audited } from './on-glass';
import { type Visit, visits } from './pages';
import { FOUND, WRONG } from './wrong-page';

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as AppJson;
const PAGES = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

/** px of 1rem in 特大 (lib/elder.ts). */
const HUGE_ROOT = lookOf('huge').root;

describe('every page for eyes, fingers and ears, in all sizes', () => {
  let street: Street;
  let known: Record<string, Visit>;
  const phones = new Map<string, Promise<Phone>>();
  before(async () => {
    // 念给我听 is on the pages that have it; nobody presses it.
    street = await openStreet({ environment: { RS_VOICE: '{"secretId":"id","secretKey":"key"}' } });
    known = await visits(street.town);
  });
  after(() => street.close());

  const phoneOf = (holder: string, elder: boolean): Promise<Phone> => {
    const key = `${holder} ${elder}`;
    const open = phones.get(key) ?? street.phone(holder, { elder: elder && 'large', device: key });
    phones.set(key, open);
    return open;
  };

  test('the audit itself finds what it looks for', async () => {
    const phone = await phoneOf('elder', false);
    const glass = await phone.glass.context().newPage();
    await glass.setContent(WRONG);
    assert.deepEqual((await audited(glass, { ...LARGE, main: 20 })).sort(), FOUND);
    await glass.close();
  });

  async function looked(page: string, visit: Visit): Promise<void> {
    const opened = async (elder: boolean): Promise<Phone> => {
      const phone = await phoneOf(visit.holder, elder);
      await phone.reLaunch(`/${visit.from?.page ?? page}${visit.query}`);
      await visit.from?.go(phone);
      await phone.at(page);
      await phone.gone('.c-waiting');
      return phone;
    };
    const [small, large] = await Promise.all([opened(false), opened(true)]);
    const found = [
      ['标准', await audited(small.glass, NORMAL)],
      ['大字', await audited(large.glass, LARGE)],
    ];
    // 特大 is 大字 with a larger rem: the page that is open follows.
    await large.setData({ root: HUGE_ROOT });
    found.push(['特大', await audited(large.glass, HUGE)]);
    assert.deepEqual(
      found.filter(([, findings]) => findings?.length !== 0),
      [],
    );
  }

  for (const page of PAGES)
    test(`${page}: nothing too small, too pale, cut off or without words`, async () => {
      const visit = known[page];
      assert.ok(visit, `${page} has no visit in test/guardrails/pages.ts`);
      await looked(page, visit);
    });

  for (const [state, { page, holder, fill }] of Object.entries(FILLED))
    test(`${page}, ${state}: the same`, async () => {
      await looked(page, { holder, query: await fill(street.town) });
    });

  test('and no page was opened with an error', async () => {
    assert.deepEqual(await street.problems(), []);
  });
});
