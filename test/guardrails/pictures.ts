import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openStreet, type PhoneSetting } from '../e2e/support/street';
import { visits } from './pages';

/**
 * A picture of every page as somebody meets it, with the town behind it:
 * `npm run pictures -- [--only WORD] [--size normal,large,huge] [--height PX] [--out DIR]`: a tall phone shows what one has to
 * scroll to. `test/pages/shoot.ts`
 * shows single states (waiting, offline, refused) with answers made up for them.
 * Not a test: somebody has to look at them. Ends with code 1 when a page reported a problem.
 */

const SIZES: Readonly<Record<string, PhoneSetting['elder']>> = {
  normal: false,
  large: 'large',
  huge: 'huge',
};

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

const street = await openStreet({ environment: {} });
const known = Object.entries(await visits(street.town)).filter(([page]) => page.includes(values.only));
for (const size of values.size.split(',')) {
  const elder = SIZES[size];
  if (elder === undefined) throw new Error(`no size is called ${size}`);
  const holders = new Set(known.map(([, visit]) => visit.holder));
  for (const holder of holders) {
    const phone = await street.phone(holder, { elder, device: `${holder} ${size}` });
    await phone.glass.setViewportSize({ width: 390, height: Number(values.height) });
    for (const [page, visit] of known.filter(([, one]) => one.holder === holder)) {
      await phone.reLaunch(`/${visit.from?.page ?? page}${visit.query}`);
      await visit.from?.go(phone);
      await phone.at(page);
      await phone.gone('.c-waiting');
      const name = page.split('/').slice(-3, -1).join('-');
      await phone.glass.screenshot({ path: path.join(out, `${name}-${size}.png`) });
    }
  }
}
const problems = await street.problems();
await street.close();
console.log([out, ...problems].join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
