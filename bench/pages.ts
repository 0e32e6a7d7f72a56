import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request } from 'playwright-core';
import type { Phone } from '../test/e2e/support/phone';
import { openStreet, type Street } from '../test/e2e/support/street';
import { LATER, MORE } from '../test/guardrails/openings';
import { type Visit, visits } from '../test/guardrails/pages';
import { ROOT } from '../tools/lib/root';
import type { BenchReport } from './support/report';
import { median } from './support/statistics';

/**
 * Every page of app.json as somebody opens it on the phone: what is asked of the cloud before there is
 * something to read, what that asks of the database, what is drawn. `!` stands beside what misses its target.
 */
const OPENINGS = Number(process.env['BENCH_OPENINGS'] ?? '3');
const TARGETS = { calls: 1, operations: 4, kilobytes: 32, nodes: 400, depth: 25 };

/** Looked at in the browser. */
interface Opened {
  ms: number;
  setData: { calls: number; bytes: number; most: string };
  nodes: number;
  depth: number;
}

interface Seen extends Opened {
  calls: number;
  operations: number;
  called: string[];
  asked: string[];
}

export async function bench(): Promise<BenchReport> {
  const street = await openStreet();
  try {
    const known = await visits(street.town);
    const phones = new Map<string, Phone>();
    const rows: Row[] = [];
    const missed: string[] = [];
    const only = process.env['BENCH_ONLY'] ?? '';
    for (const page of pagesOfApp().filter((one) => one.includes(only))) {
      const visit = known[page];
      if (visit === undefined) throw new Error(`${page} has no visit in test/guardrails/pages.ts`);
      const phone = phones.get(visit.holder) ?? (await freshPhone(street, visit.holder));
      phones.set(visit.holder, phone);
      const seen: Seen[] = [];
      for (let n = 0; n < OPENINGS; n += 1) seen.push(await open(street, phone, page, visit));
      const row = rowOf(page, seen);
      rows.push(row);
      if (Object.values(row).some((value) => String(value).endsWith('!')))
        missed.push(
          `${page}${reasonOf(page)}: ${seen.at(-1)?.called.join(', ')}: ${seen.at(-1)?.asked.join(', ')}; most data ${seen.at(-1)?.setData.most}`,
        );
    }
    return {
      title: 'every page, opened on the phone',
      note: `Of ${OPENINGS} openings: calls, operations, setData and nodes are the most, the time is the median. Targets: ${JSON.stringify(TARGETS)}. ${missed.length === 0 ? 'Every page is within them.' : `Missed:\n${missed.join('\n')}`}`,
      rows,
    };
  } finally {
    await street.close();
  }
}

async function freshPhone(street: Street, holder: string): Promise<Phone> {
  const phone = await street.phone(holder, { device: 'bench' });
  // 首页 opens by itself: what it asks is not the first page's.
  await phone.gone('.c-waiting');
  return phone;
}

/** What was said of it beforehand: it is still shown as missed. */
function reasonOf(page: string): string {
  const more = MORE[page];
  const later = Object.entries(LATER[page] ?? {}).map(([name, when]) => `${name} ${when}`);
  const why = more === undefined ? later : [`${more.operations}, for ${more.why}`, ...later];
  return why.length === 0 ? '' : ` (${why.join('; ')})`;
}

type Row = BenchReport['rows'][number];

function rowOf(page: string, seen: readonly Seen[]): Row {
  const most = (of: (one: Seen) => number) => Math.max(...seen.map(of));
  const within = (value: number, target: number) => (value <= target ? value : `${value}!`);
  return {
    page: page.replace(/^packages\/|^pages\//, ''),
    calls: within(
      most(({ calls }) => calls),
      TARGETS.calls,
    ),
    operations: within(
      most(({ operations }) => operations),
      TARGETS.operations,
    ),
    setData: most(({ setData }) => setData.calls),
    KB: within(Number((most(({ setData }) => setData.bytes) / 1024).toFixed(1)), TARGETS.kilobytes),
    nodes: within(
      most(({ nodes }) => nodes),
      TARGETS.nodes,
    ),
    depth: within(
      most(({ depth }) => depth),
      TARGETS.depth,
    ),
    'ms to content': Math.round(median(seen.map(({ ms }) => ms))),
  };
}

async function open(street: Street, phone: Phone, page: string, visit: Visit): Promise<Seen> {
  if (visit.from !== undefined) {
    // Reached only from another page: what is opened is the last step.
    await phone.reLaunch(`/${visit.from.page}`);
    await phone.gone('.c-waiting');
  } else {
    // From another page, so that the tab or page is made anew.
    await phone.reLaunch(`/packages/people/about/about`);
    await phone.gone('.c-waiting');
  }
  await quiet(street);
  const asked: string[] = [];
  const called: string[] = [];
  const said = (request: Request) => {
    if (request.url().endsWith('/client/call')) called.push(actionOf(request.postData()));
  };
  phone.glass.on('request', said);
  street.town.faults.onCall = ({ on, action, collection, functionName }) => {
    if (on === 'database' && functionName !== 'sweep')
      asked.push(`${action.replace('database.', '').replace('Document', '')} ${collection}`);
    return undefined;
  };
  await phone.glass.evaluate('window.__phone.dataUse()');
  if (visit.from !== undefined) await visit.from.go(phone);
  const opened = await phone.glass.evaluate(lookAt, {
    url: visit.from === undefined ? `/${page}${visit.query}` : null,
    page,
  });
  // What comes after the first words is asked of the cloud as well.
  await quiet(street);
  street.town.faults.onCall = undefined;
  phone.glass.off('request', said);
  return { ...opened, calls: called.length, operations: asked.length, called, asked };
}

const QUIET_MS = 250;

/** Until the cloud has not been asked or answered for that long: what the page before began is not this one's. */
async function quiet(street: Street): Promise<void> {
  let last = Date.now();
  const before = street.town.faults.onCall;
  const stop = street.town.logs.onEntry(() => {
    last = Date.now();
  });
  street.town.faults.onCall = (call) => {
    last = Date.now();
    return before?.(call);
  };
  while (Date.now() - last < QUIET_MS) await new Promise((next) => setTimeout(next, 20));
  street.town.faults.onCall = before;
  stop();
}

function actionOf(body: string | null): string {
  // What the phone's runtime sends: `{name, data}`, and `data` is the contract's call, or several reads.
  const { data } = JSON.parse(body ?? '{}') as { data?: { action?: string; reads?: { action: string }[] } };
  return data?.reads?.map(({ action }) => action).join(' + ') ?? data?.action ?? '?';
}

/** Runs in the browser: opens the page, waits for its content and counts. Nothing from outside its body. */
async function lookAt({ url, page }: { url: string | null; page: string }): Promise<Opened> {
  // What the phone gives to scripts, as far as it is used here.
  const phone = globalThis as unknown as {
    wx: { reLaunch(to: { url: string; fail(error: unknown): void }): void };
    getCurrentPages(): { route: string }[];
    __phone: { dataUse(): Opened['setData'] };
  };
  const view = () => document.querySelector('.phone-view:not([hidden])');
  const began = performance.now();
  let failure: unknown;
  if (url !== null)
    phone.wx.reLaunch({
      url,
      fail(error) {
        failure = error;
      },
    });
  while (phone.getCurrentPages().at(-1)?.route !== page || view()?.querySelector('.c-waiting') !== null) {
    if (failure !== undefined || performance.now() - began > 20_000)
      throw new Error(`${page} does not show its content: ${JSON.stringify(failure)}`);
    await new Promise((next) => requestAnimationFrame(next));
  }
  const ms = performance.now() - began;
  let nodes = 0;
  let depth = 0;
  const walk = (element: Element, above: number) => {
    // A tag of WXML becomes `<wx-…>`; what is inside a built-in is the phone's own.
    const own = element.localName.startsWith('wx-') ? above + 1 : above;
    if (own > above) nodes += 1;
    depth = Math.max(depth, own);
    for (const child of element.children) walk(child, own);
  };
  const shown = view();
  if (shown !== null) walk(shown, 0);
  return { ms, setData: phone.__phone.dataUse(), nodes, depth };
}

function pagesOfApp(): string[] {
  // The shape of app.json that WeChat prescribes.
  const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}
