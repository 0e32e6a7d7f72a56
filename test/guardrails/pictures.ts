import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Phone } from '../e2e/support/phone';
import { openStreet, type PhoneSetting } from '../e2e/support/street';
import { FILLED } from './filled';
import { type Visit, visits } from './pages';

/**
 * A picture of every page as somebody meets it, with the town behind it:
 * `npm run pictures -- [--only WORD] [--size normal,large,huge] [--height PX] [--out DIR]`. A tall phone shows what
 * one has to scroll to; with `--height whole` it is as tall as each page. `test/pages/shoot.ts` shows single states
 * (waiting, offline, refused) with answers made up for them.
 * Not a test: somebody has to look at them. Ends with code 1 when a page reported a problem.
 */

const SIZES: Readonly<Record<string, PhoneSetting['elder']>> = {
  normal: false,
  large: 'large',
  huge: 'huge',
};

/** What a phone shows, px. */
const USUAL = 844;

/** Between two looks at how long a page is. */
const SETTLES_MS = 300;

/** How much of the page on top lies below what is seen, px; evaluated in it. */
const HIDDEN = `(() => {
  const at = document.querySelector('.phone-view:not([hidden]) .phone-scroller');
  return at === null ? 0 : at.scrollHeight - at.clientHeight;
})()`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    size: { type: 'string', default: 'normal,large' },
    height: { type: 'string', default: '844' },
    out: { type: 'string' },
  },
});
const out = path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), 'red-sesame-pictures-')));
mkdirSync(out, { recursive: true });
const whole = values.height === 'whole';

const street = await openStreet({ environment: {} });
const known = Object.entries(await visits(street.town)).filter(([page]) => page.includes(values.only));
const filled = Object.values(FILLED).filter(({ page }) => page.includes(values.only));

const phones = new Map<string, Promise<Phone>>();

async function phoneOf(holder: string, size: string): Promise<Phone> {
  const elder = SIZES[size];
  if (elder === undefined) throw new Error(`no size is called ${size}`);
  const device = `${holder} ${size}`;
  const open = phones.get(device) ?? street.phone(holder, { elder, device });
  phones.set(device, open);
  const phone = await open;
  await phone.glass.setViewportSize({ width: 390, height: whole ? USUAL : Number(values.height) });
  return phone;
}

/** Makes the phone so tall that nothing of its page is left to scroll to. */
async function unrolled({ glass }: Phone): Promise<void> {
  let [before, hidden] = [-1, 0];
  // What is asked for after the page is drawn makes it longer.
  while (hidden !== before) {
    before = hidden;
    await glass.waitForTimeout(SETTLES_MS);
    hidden = Number(await glass.evaluate(HIDDEN));
  }
  await glass.setViewportSize({ width: 390, height: USUAL + hidden });
}

async function shoot(page: string, visit: Visit, state: string): Promise<void> {
  for (const size of values.size.split(',')) {
    const phone = await phoneOf(visit.holder, size);
    await phone.reLaunch(`/${visit.from?.page ?? page}${visit.query}`);
    await visit.from?.go(phone);
    await phone.at(page);
    await phone.gone('.c-waiting');
    if (whole) await unrolled(phone);
    const name = page.split('/').slice(-3, -1).join('-');
    await phone.glass.screenshot({ path: path.join(out, `${name}${state}-${size}.png`) });
  }
}

for (const [page, visit] of known) await shoot(page, visit, '');
// What fills a page changes the town: after the usual visits.
for (const { page, holder, fill } of filled)
  await shoot(page, { holder, query: await fill(street.town) }, '-filled');
const problems = await street.problems();
await street.close();
console.log([out, ...problems].join('\n'));
// What test files share is closed at the end of their run, and this is none: the browser goes with the process.
process.exit(problems.length > 0 ? 1 : 0);
