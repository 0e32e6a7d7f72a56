import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../../../tools/lib/files';
import { ROOT } from '../../../../tools/lib/root';

const MINIPROGRAM = path.join(ROOT, 'miniprogram');

/** Of app.json, page.json and component.json, what is read here. */
interface Declared {
  usingComponents?: Record<string, string>;
  tabBar?: { list: { pagePath: string; text: string }[] };
}

/** Tags under which pages and components of the product use components, TDesign's own among them. */
export function componentTags(): string[] {
  const tags = filesBelow(MINIPROGRAM)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => Object.keys(read(file).usingComponents ?? {}));
  return [...new Set(tags)].sort();
}

/** `/pages/…` of the tab with these words. @throws Error when there is none. */
export function tabPage(word: string): string {
  const tab = read('app.json').tabBar?.list.find(({ text }) => text === word);
  if (!tab) throw new Error(`app.json has no tab ${word}`);
  return `/${tab.pagePath}`;
}

function read(file: string): Declared {
  // JSON that WeChat's compiler and the checks have read before.
  return JSON.parse(readFileSync(path.join(MINIPROGRAM, file), 'utf8')) as Declared;
}
