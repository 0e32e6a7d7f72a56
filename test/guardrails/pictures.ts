import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments } from '../../tools/lib/arguments';
import { Problem, runTool } from '../../tools/lib/problem';
import type { Phone } from '../e2e/support/phone';
import { openStreet, type PhoneSetting, type Street } from '../e2e/support/street';
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

const USAGE = 'npm run pictures -- [--only WORD] [--size normal,large,huge] [--height PX|whole] [--out DIR]';

interface Asked {
  /** Part of the paths of the pages. */
  only: string;
  sizes: readonly string[];
  /** px; `whole` for a phone as tall as each page. */
  height: number | 'whole';
  out: string | undefined;
}

/** @throws Problem */
function readAsked(): Asked {
  const { values } = readArguments(USAGE, {
    options: {
      only: { type: 'string', default: '' },
      size: { type: 'string', default: 'normal,large' },
      height: { type: 'string', default: String(USUAL) },
      out: { type: 'string' },
    },
  });
  const sizes = values.size.split(',');
  const height = values.height === 'whole' ? 'whole' : Number(values.height);
  const unknown = sizes.find((size) => !(size in SIZES));
  if (unknown !== undefined) throw new Problem(`No size is called ${unknown}.\n${USAGE}`);
  if (Number.isNaN(height)) throw new Problem(`--height is a number of px, or whole.\n${USAGE}`);
  return { only: values.only, sizes, height, out: values.out };
}

class Shooting {
  readonly #phones = new Map<string, Promise<Phone>>();

  constructor(
    private readonly street: Street,
    private readonly asked: Asked,
    private readonly out: string,
  ) {}

  async shoot(page: string, visit: Visit, state: string): Promise<void> {
    for (const size of this.asked.sizes) {
      const phone = await this.#phoneOf(visit.holder, size);
      await phone.reLaunch(`/${visit.from?.page ?? page}${visit.query}`);
      await visit.from?.go(phone);
      await phone.at(page);
      await phone.gone('.c-waiting');
      if (this.asked.height === 'whole') await unrolled(phone);
      const name = page.split('/').slice(-3, -1).join('-');
      await phone.glass.screenshot({ path: path.join(this.out, `${name}${state}-${size}.png`) });
    }
  }

  async #phoneOf(holder: string, size: string): Promise<Phone> {
    const device = `${holder} ${size}`;
    const open =
      this.#phones.get(device) ?? this.street.phone(holder, { elder: SIZES[size] ?? false, device });
    this.#phones.set(device, open);
    const phone = await open;
    const { height } = this.asked;
    await phone.glass.setViewportSize({ width: 390, height: height === 'whole' ? USUAL : height });
    return phone;
  }
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

runTool(async () => {
  const asked = readAsked();
  const out = path.resolve(asked.out ?? mkdtempSync(path.join(tmpdir(), 'red-sesame-pictures-')));
  mkdirSync(out, { recursive: true });
  const street = await openStreet({ environment: {} });
  const shooting = new Shooting(street, asked, out);
  const known = Object.entries(await visits(street.town)).filter(([page]) => page.includes(asked.only));
  const filled = Object.values(FILLED).filter(({ page }) => page.includes(asked.only));
  for (const [page, visit] of known) await shooting.shoot(page, visit, '');
  // What fills a page changes the town: after the usual visits.
  for (const { page, holder, fill } of filled)
    await shooting.shoot(page, { holder, query: await fill(street.town) }, '-filled');
  const problems = await street.problems();
  await street.close();
  console.log([known.length > 0 ? out : `No page’s path contains ${asked.only}.`, ...problems].join('\n'));
  // What test files share is closed at the end of their run, and this is none: the browser goes with the process.
  const code = known.length > 0 && problems.length === 0 ? 0 : 1;
  setImmediate(() => process.exit(code));
  return code;
});
