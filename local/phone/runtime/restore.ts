import type { OpenPage } from './host';
import { pageUrl } from './url';

/** A page that was open before a development reload, and what was in it. */
export interface SavedPage {
  url: string;
  data: Record<string, unknown>;
  scroll: number;
}

/** In sessionStorage, followed by the device's name. */
const KEY = 'phone:restore:';

/**
 * Leaves the stack for the phone that starts next. A page whose script was saved begins with what the new script
 * says; any other goes on with what was in it.
 * @param changed files that were saved.
 */
export function saveStack(device: string, stack: readonly OpenPage[], changed: readonly string[]): void {
  const pages = stack.map((page): SavedPage => {
    const anew = changed.some((file) => isScriptOf(page.path, file.replaceAll('\\', '/')));
    return { url: pageUrl(page), data: anew ? {} : page.instance.data, scroll: page.scroller.scrollTop };
  });
  if (pages.length > 0) sessionStorage.setItem(KEY + device, JSON.stringify(pages));
}

/** What was left, from the bottom of the stack; each is restored once. */
export function takeStack(device: string): SavedPage[] {
  const saved = sessionStorage.getItem(KEY + device);
  if (saved === null) return [];
  sessionStorage.removeItem(KEY + device);
  // `saveStack` of this origin wrote it.
  return JSON.parse(saved) as SavedPage[];
}

/** Puts back what was in a page, as far as it still knows the names. */
export async function refill({ instance, scroller }: OpenPage, { data, scroll }: SavedPage): Promise<void> {
  const known = Object.entries(data).filter(([name]) => name in instance.data);
  await new Promise<void>((done) => instance.setData(Object.fromEntries(known), done));
  scroller.scrollTop = scroll;
}

/** Scripts beside the page with its name count too: `page.view.ts`. */
function isScriptOf(page: string, file: string): boolean {
  const stem = file.replace(/(\.\w+)*\.(ts|js)$/, '');
  return stem !== file && (stem === page || stem.endsWith(`/${page}`));
}
