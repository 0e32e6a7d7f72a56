import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** A Chromium that several phones may share. Without a path playwright looks for an installed Chrome. */
export function launchBrowser(
  options: { executablePath?: string; headless?: boolean } = {},
): Promise<Browser> {
  const { executablePath, headless = true } = options;
  return chromium.launch({
    args: ARGUMENTS,
    headless,
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
  });
}

/** Its screen is touched, and it is in China. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  permissions: ['microphone'],
};

/** A phone of its own: nothing is shared with others. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  return named(await browser.newContext(PHONE));
}

/**
 * A Chromium whose phones share one profile: they are told apart by the `device` in their addresses alone. What
 * V8 has compiled for one is there for the next, which opens at a third of the cost.
 */
export async function launchProfile(options: { executablePath: string }): Promise<BrowserContext> {
  // Pages of one address share a process too, and with it what was compiled. Without a folder's name the profile is a
  // new one, which goes when the browser is closed.
  const args = [...ARGUMENTS, '--process-per-site'];
  return named(await chromium.launchPersistentContext('', { args, ...PHONE, ...options }));
}

async function named(context: BrowserContext): Promise<BrowserContext> {
  // Compilers mark functions with their names, also those that `evaluate` sends to the phone.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  return context;
}
