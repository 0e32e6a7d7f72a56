/** The automation of the browser phone: the same `miniprogram-automator` suite drives it and WeChat's own tools. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export { launchBrowser, launchProfile } from './browser';
export { type Automator, type AutomatorOptions, startAutomator } from './relay';

/** To be given to `buildPhone` as an extra script: the phone's side of the protocol. */
export const AGENT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), 'agent/main.ts');
