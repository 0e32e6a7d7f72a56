import { ensureBrowser } from '../../tools/lib/browser';
import type { PhoneExtension } from '../phone/dev/command';
import { AGENT, startAutomator } from './index';

/** Gives `npm run phone` its `--automator-port` and `--headless`. */
export function automatorExtension(print: (line: string) => void): PhoneExtension {
  return {
    extraScripts: [AGENT],
    async start(phone, { automatorPort, headless }) {
      if (automatorPort === undefined && !headless) return { close: () => Promise.resolve() };
      const automator = await startAutomator({
        url: phone.url,
        headless,
        executablePath: ensureBrowser(print, { window: !headless }),
        ...(automatorPort === undefined ? {} : { port: automatorPort }),
      });
      print(`${automator.wsEndpoint} (miniprogram-automator)`);
      return { close: () => automator.close() };
    },
  };
}
