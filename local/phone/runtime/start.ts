import type { MiniApp } from './app';
import type { LaunchOptions } from './host';
import type { ProblemBook } from './problems';
import type { PhoneProject } from './project';
import type { PhoneRouter } from './router';
import { parsePageUrl } from './url';

/** WeChat's scene values: the list of recently used programs, and a mini program code that was scanned. */
export const SCENE_LIST = 1001;
export const SCENE_CODE = 1047;

export function launchOptions(url: string, scene: number): LaunchOptions {
  const { path, query } = parsePageUrl(rooted(url));
  return { path, query, scene, referrerInfo: {}, apiCategory: 'default' };
}

export function rooted(url: string): string {
  return url.startsWith('/') ? url : `/${url}`;
}

/** The page that a mini program starts with. */
export function homeOf(project: PhoneProject): string {
  const { entryPagePath } = project.appJson;
  return (typeof entryPagePath === 'string' ? entryPagePath : (project.pages[0] ?? '')).replace(/^\//, '');
}

export function nameOf(project: PhoneProject): string {
  const title = project.appJson.window?.navigationBarTitleText;
  return typeof title === 'string' ? title : '';
}

/**
 * WeChat runs app.js and the app's onLaunch and onShow first, so that the code of pages and components finds
 * what they left in `globalData`; then, unless `lazyCodeLoading` asks for less, every script of the main
 * package. Subpackages wait for their first page.
 */
export async function runMainPackage(
  project: PhoneProject,
  app: MiniApp,
  launch: LaunchOptions,
  load: (path: string) => void,
  problems: ProblemBook,
): Promise<void> {
  try {
    project.scripts.app?.();
  } catch (error) {
    problems.thrown(error, 'app');
  }
  app.launch(launch);
  app.show(launch);
  // Callbacks of what onLaunch asked of the phone come before the pages' code.
  await new Promise((resolve) => setTimeout(resolve));
  if (project.appJson.lazyCodeLoading === 'requiredComponents') return;
  for (const page of project.appJson.pages) load(page.replace(/^\//, ''));
}

/** Opens the first page. Throws when it does not exist and the app does not say what else to do. */
export async function openFirst(
  project: PhoneProject,
  router: PhoneRouter,
  app: MiniApp,
  { path, query }: LaunchOptions,
): Promise<void> {
  if (project.pages.includes(path)) {
    await router.launch(path, query);
    return;
  }
  const handled = app.pageNotFound({ path, query, isEntryPage: true });
  if (!handled) throw new Error(`page "${path}" is not found`);
  // The app opens something else in its turn; when it has not, the first page is better than none.
  await new Promise((resolve) => setTimeout(resolve));
  if (!router.current()) await router.launch(homeOf(project), {});
}
