import type { BrowserContext } from 'playwright-core';
import { openidOf, SAMPLE_PEOPLE } from '../../../database/seed/samples/people';
import { launchProfile, startAutomator } from '../../../local/automator';
import { phoneAssets } from '../../../local/phone/serve';
import { ensureBrowser } from '../../../tools/lib/browser';
import type { TownOptions } from '../../../tools/town';
import { atEnd } from '../../support/at-end';
import { standingTown, type Town, town } from '../../support/town';
import { useCloud } from './driver/cloud-for-devtools';
import { DevToolsDriver, NotOnDevTools } from './driver/devtools';
import { LocalDriver } from './driver/local';
import { Phone } from './phone';
import { builtPhone } from './phone-build';

export interface PhoneSetting {
  /** The large version, as if it had been chosen on this phone before: 大字 or 特大. */
  elder?: 'large' | 'huge' | boolean;
  /** `/packages/…?id=…`; 首页 otherwise. */
  start?: string;
  /** The name of this device, when one person has two. */
  device?: string;
}

/** The whole product on one machine, with as many phones as a story needs. */
export interface Street {
  readonly town: Town;
  /** A phone in somebody's hand: 'sample-resident' or 'resident' (SAMPLE_PEOPLE), or any other openid. */
  phone(holder: string, setting?: PhoneSetting): Promise<Phone>;
  /** The one phone that this person has all along: opened when it is first asked for, later on where it was left. */
  own(holder: string): Promise<Phone>;
  /** Moves the town's clock and that of every phone, and runs the timer once. */
  pass(ms: number): Promise<void>;
  /** What went wrong on any phone, each with its holder's name. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the product with the demonstration in it. Close it, or the test file does not end. */
export async function openStreet(options: Partial<TownOptions> = {}): Promise<Street> {
  const endpoints = devTools();
  const { cloud, take, close } = await (endpoints.length === 0
    ? inBrowsers(options)
    : inDevTools(endpoints, options));
  const phones = new Map<Phone, string>();
  const owned = new Map<string, Promise<Phone>>();
  const problems = async (): Promise<string[]> => {
    const found = [...phones].map(async ([phone, holder]) =>
      (await phone.problems()).map(({ kind, message }) => `${holder}: ${kind}: ${message}`),
    );
    return (await Promise.all(found)).flat();
  };
  const hand = async (holder: string, setting: PhoneSetting = {}) => {
    const openid = SAMPLE_PEOPLE.some(({ key }) => key === holder) ? openidOf(holder) : holder;
    const phone = await take(openid, setting);
    phones.set(phone, holder);
    return phone;
  };
  return {
    town: cloud,
    phone: hand,
    own(holder) {
      const had = owned.get(holder);
      // An endpoint of DevTools may have gone to somebody else meanwhile.
      if (had !== undefined && endpoints.length === 0) return had;
      const phone = hand(holder);
      owned.set(holder, phone);
      return phone;
    },
    async pass(ms) {
      await cloud.pass(ms);
      const clockOffset = cloud.clock.offset();
      await Promise.all([...phones.keys()].map((phone) => phone.conditions({ clockOffset })));
    },
    problems,
    async close() {
      await Promise.all([...phones.keys()].map((phone) => phone.close()));
      await close();
      await cloud.close();
    },
  };
}

/** Where phones come from: browsers of this test, or WeChat's developer tools that somebody has opened. */
interface Shop {
  cloud: Town;
  take(openid: string, setting: PhoneSetting): Promise<Phone>;
  /** Without the cloud. */
  close(): Promise<void>;
}

/** `DEVTOOLS=ws://127.0.0.1:9420` (several with commas, one a phone) lets the same journeys run there. */
function devTools(): string[] {
  return (process.env['DEVTOOLS'] ?? '').split(',').filter((endpoint) => endpoint !== '');
}

let profile: Promise<BrowserContext> | undefined;
/** One for all streets of this process: to open a phone is most of what a short story takes. */
function sharedProfile(): Promise<BrowserContext> {
  profile ??= launchProfile({ executablePath: ensureBrowser(console.log) }).then((opened) => {
    atEnd(() => opened.close());
    return opened;
  });
  return profile;
}

let handed = 0;

async function inBrowsers(options: Partial<TownOptions>): Promise<Shop> {
  const [out, profile] = await Promise.all([builtPhone(), sharedProfile()]);
  const cloud = await openServed(out, options);
  return {
    cloud,
    take: (openid, setting) => openPhone(cloud, profile, openid, setting),
    close: () => Promise.resolve(),
  };
}

/** As many phones at once as there are endpoints; the one that was taken first goes to the next person. */
async function inDevTools(endpoints: readonly string[], options: Partial<TownOptions>): Promise<Shop> {
  // Their clock cannot be moved.
  const cloud = await town({ ...options, at: undefined });
  const hands: { endpoint: string; driver?: DevToolsDriver }[] = endpoints.map((endpoint) => ({ endpoint }));
  return {
    cloud,
    async take(openid, { elder = false, start = '' }) {
      if (elder !== false) throw new NotOnDevTools('the large version, which is read when it starts,');
      const [hand] = hands;
      if (!hand) throw new Error('DEVTOOLS names no endpoint');
      hand.driver?.handOver();
      const driver = await DevToolsDriver.connect(hand.endpoint);
      hand.driver = driver;
      hands.push(...hands.splice(0, 1));
      await driver.mini.callWxMethod('clearStorageSync');
      await useCloud(driver.mini, cloud.url, cloud.session(openid));
      const phone = new Phone(driver);
      await phone.reLaunch(start === '' ? '/pages/home/home' : start);
      return phone;
    },
    close: () => Promise.resolve(),
  };
}

function openServed(out: string, options: Partial<TownOptions>): Promise<Town> {
  const assets = phoneAssets(out, '/phone/');
  const fallback: NonNullable<TownOptions['fallback']> = (request, response) => {
    if (!assets(request, response)) response.writeHead(404).end();
  };
  if (Object.keys(options).length > 0) return town({ fallback, ...options });
  return standingTown('street', { fallback });
}

async function openPhone(
  cloud: Town,
  profile: BrowserContext,
  openid: string,
  { elder = false, start = '', device = openid }: PhoneSetting,
): Promise<Phone> {
  handed += 1;
  const address = new URLSearchParams({
    cloud: cloud.url,
    session: cloud.session(openid),
    // Phones of one profile are told apart by it: each is a new one, with nothing in it.
    device: `${device}-${handed}`,
    start,
    clockOffset: String(cloud.clock.offset()),
  });
  if (elder !== false)
    address.set('storage', JSON.stringify({ 'look:size': elder === true ? 'huge' : elder }));
  const automator = await startAutomator({ url: `${cloud.url}/phone/?${address}`, profile });
  return new Phone(await LocalDriver.connect(automator));
}
