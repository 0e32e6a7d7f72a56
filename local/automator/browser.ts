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

/** A phone of its own: nothing is shared with others, its screen is touched, and it is in China. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['microphone'],
  });
  // Compilers mark functions with their names, also those that `evaluate` sends to the phone.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  return context;
}
