import { registerBuiltins } from '../builtins/index';
import { createWx, prepareWx } from '../wx/index';
import { createApp, type MiniApp } from './app';
import { createAssetResolver } from './assets';
import { PhoneBackend } from './backend';
import { createChrome } from './chrome';
import type { PhoneClock } from './clock';
import { createCode } from './code';
import type { Started } from './control';
import { afterRender, createDesk, paintScroller } from './desk';
import { deliver, passOnAnimations, shapeEvents } from './events';
import type { Frame } from './frame';
import { listenToGestures } from './gestures';
import type { BootConfig, Conditions, Emitter, Host, LaunchOptions } from './host';
import { completeInstances } from './instance';
import { adjustNodes } from './nodes';
import type { Page } from './page';
import type { ProblemBook } from './problems';
import type { PhoneProject } from './project';
import { fireReady } from './ready';
import { takeSavedStack } from './restore';
import { createRouter, type PhoneRouter } from './router';
import { createSharing } from './share';
import { createStatusBar } from './status-bar';
import { createStyleSheets } from './style-sheets';
import { createTabBar } from './tab-bar';
import { drawOneAfterAnother } from './updates';
import { cssLengths } from './units';
import { parsePageUrl } from './url';
import { installWxs } from './wxs';

/** What is there before a project is. */
export interface Surroundings {
  boot: BootConfig;
  clock: PhoneClock;
  events: Emitter;
  problems: ProblemBook;
  frame: Frame;
}

/** WeChat's scene values: the list of recently used programs, and a mini program code that was scanned. */
const SCENE_LIST = 1001;
const SCENE_CODE = 1047;

/** Starts a compiled mini program. Resolves when its first page was drawn. */
export async function boot(project: PhoneProject, around: Surroundings): Promise<Started> {
  const { events, problems, frame, clock } = around;
  const conditions: Conditions = { network: 'wifi', fontSize: 16, clockOffset: 0, theme: 'light' };
  const theme = (): Record<string, unknown> => themeVariables(project, conditions);
  adjustNodes();
  drawOneAfterAnother();
  shapeEvents();
  fireReady();
  installWxs(problems.report);
  for (const note of project.notes) problems.report({ kind: 'resource', message: note });

  const sheets = createStyleSheets();
  sheets.add('app', project.sheets.app, 'app');
  const code = createCode(project, { sheets, ...problems });
  const files = new Map<string, Blob>();
  const resolveAsset = createAssetResolver(files);
  const backend = new PhoneBackend(() => {
    const { clientWidth: width, clientHeight: height } = router.current()?.web ?? frame.glass;
    return { width, height };
  }, () => conditions.theme);

  const tabBar = project.appJson.tabBar && project.appJson.tabBar.custom !== true
    ? createTabBar(project.appJson.tabBar, theme(), {
        resolveAsset: (path) => resolveAsset(path.startsWith('/') ? path : `/${path}`),
        onTap: (index) => void tapTab(index),
        mustBeTabPage() {
          if (router.current()?.isTab !== true) throw new Error('not TabBar page');
        },
      })
    : undefined;
  const home = (project.appJson.entryPagePath as string | undefined) ?? project.pages[0] ?? '';
  const desk = createDesk({
    code,
    frame,
    sheets,
    boot: around.boot,
    appJson: project.appJson,
    pageJson: (path) => project.units[path]?.json ?? {},
    exists: (path) => project.pages.includes(path),
    isHome: (path) => path === home,
    theme,
    tabBar,
    backend: code.env.associateBackend(backend),
    onLeft: (kind) => void (kind === 'back' ? router.navigateBack(1) : router.reLaunch(`/${home}`)).catch(() => undefined),
    onFront: (page) => applyFront(page, frame, conditions),
    thrown: problems.thrown,
  });
  const router = createRouter(desk);
  const app = createApp(events, problems.thrown);
  const [saved, ...savedAbove] = takeSavedStack(around.boot.device).filter((url) => project.pages.includes(parsePageUrl(url).path));
  const start = around.boot.start === '' ? `/${home}` : around.boot.start;
  const launch = launchOptions(saved ?? start, SCENE_LIST);
  let entered = launch;
  const listeners = new Set<(now: Conditions) => void>();
  const sharing = createSharing({
    overlay: frame.overlay,
    current: () => router.current(),
    events,
    resolveAsset,
    name: nameOf(project),
    restart: () => void router.reLaunch(`/${home}`),
    thrown: problems.thrown,
  });
  const host: Host = {
    boot: around.boot,
    conditions,
    camera: { pictures: [] },
    chrome: createChrome({ desk, router, tabBar, sharing }),
    share: sharing.share,
    launch,
    enter: () => entered,
    onConditions(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    frame: frame.glass,
    overlay: frame.overlay,
    router,
    pageOf: (node) => router.alive().find((page) => page.view.contains(node)),
    appJson: project.appJson,
    report: problems.report,
    problems: problems.list,
    resolveAsset,
    files,
    events,
  };

  registerBuiltins(code.components, host);
  completeInstances(host);
  await prepareWx(host);
  Object.assign(globalThis, { wx: createWx(host), getCurrentPages: () => router.stack().map((page) => page.instance) });
  listenToGestures(frame.glass, {
    origin: () => originOf(router, frame),
    deliver,
    hearsLongPress: (target) => backend.hearsLongPress(target),
  });
  passOnAnimations(frame.glass);
  frame.onResize((size) => resizePages(router, size));
  const paintStatusBar = createStatusBar(frame);
  const applyConditions = (): void => {
    clock.offset = conditions.clockOffset;
    document.documentElement.dataset.theme = project.appJson.darkmode === true ? conditions.theme : 'light';
    paintStatusBar(conditions);
    const page = router.current();
    if (page) applyFront(page, frame, conditions);
  };
  applyConditions();

  const setConditions = (change: Partial<Conditions>): void => {
    const before = conditions.theme;
    Object.assign(conditions, change);
    applyConditions();
    if (conditions.theme !== before && project.appJson.darkmode === true) {
      tabBar?.paint(theme());
      events.emit('themeChange', { theme: conditions.theme });
    }
    for (const listener of [...listeners]) listener(conditions);
  };
  const foreground = createForeground(app, router, frame, () => entered);
  frame.capsule.append(...capsuleButtons(sharing.openMenu, () => foreground.set(false)));

  const tapTab = async (index: number): Promise<void> => {
    const item = project.appJson.tabBar?.list[index];
    if (!item) return;
    const path = item.pagePath.replace(/^\//, '');
    await router.switchTab(`/${path}`);
    router.current()?.call('onTabItemTap', { index, pagePath: path, text: item.text });
  };

  // WeChat runs app.js first, then the code of the main package, then opens the page.
  runApp(project, problems);
  loadMainPackage(project, code.load);
  app.launch(launch);
  app.show(launch);
  await openFirst(project, router, app, launch, home);
  for (const url of savedAbove) await router.navigateTo(url);
  await afterRender();
  return {
    host,
    setConditions,
    async open(path) {
      entered = launchOptions(path, SCENE_CODE);
      foreground.set(true);
      app.show(entered);
      await router.reLaunch(path.startsWith('/') ? path : `/${path}`);
    },
    setForeground: foreground.set,
  };
}

function themeVariables(project: PhoneProject, conditions: Conditions): Record<string, unknown> {
  const found = project.themes[project.appJson.darkmode === true ? conditions.theme : 'light'];
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

function launchOptions(url: string, scene: number): LaunchOptions {
  const { path, query } = parsePageUrl(url.startsWith('/') ? url : `/${url}`);
  return { path, query, scene, referrerInfo: {}, apiCategory: 'default' };
}

function nameOf(project: PhoneProject): string {
  const title = project.appJson.window?.navigationBarTitleText;
  return typeof title === 'string' ? title : '';
}

function runApp(project: PhoneProject, problems: ProblemBook): void {
  try {
    project.scripts.app?.();
  } catch (error) {
    problems.thrown(error, 'app');
  }
}

/** Unless `lazyCodeLoading` asks for less, WeChat runs every script of the main package at the start. */
function loadMainPackage(project: PhoneProject, load: (path: string) => void): void {
  if (project.appJson.lazyCodeLoading === 'requiredComponents') return;
  for (const page of project.appJson.pages) load(page.replace(/^\//, ''));
}

async function openFirst(project: PhoneProject, router: PhoneRouter, app: MiniApp, launch: LaunchOptions, home: string): Promise<void> {
  if (project.pages.includes(launch.path)) {
    await router.launch(launch.path, launch.query);
    return;
  }
  const handled = app.pageNotFound({ path: launch.path, query: launch.query, isEntryPage: true });
  if (!handled) throw new Error(`page "${launch.path}" is not found`);
  // The app opens something else itself; when it has not, the first page is better than none.
  await new Promise((resolve) => setTimeout(resolve));
  if (!router.current()) await router.launch(home, {});
}

function applyFront(page: Page, frame: Frame, conditions: Conditions): void {
  const { meta } = page;
  const size = meta.rootFontSize ?? '';
  document.documentElement.style.fontSize = size === 'system' ? `${conditions.fontSize}px` : size;
  const node = page.scroller.querySelector<HTMLElement>('wx-page');
  const style = cssLengths(meta.pageStyle ?? '');
  if (node && (node.getAttribute('style') ?? '') !== style) node.setAttribute('style', style);
  paintScroller(page);
  if (meta.backgroundColor !== undefined) page.web.style.backgroundColor = meta.backgroundColor;
  frame.glass.dataset.front = page.parts.navigation.front;
}

function originOf(router: PhoneRouter, frame: Frame): { left: number; top: number; scrollTop: number } {
  const page = router.current();
  const { left, top } = (page?.web ?? frame.glass).getBoundingClientRect();
  return { left, top, scrollTop: page?.scroller.scrollTop ?? 0 };
}

function resizePages(router: PhoneRouter, size: { width: number; height: number }): void {
  for (const page of router.alive()) {
    page.parts.layout(size);
    const { clientWidth, clientHeight } = page.web;
    const resized = { size: { windowWidth: clientWidth, windowHeight: clientHeight } };
    page.lifetime('resize', resized.size);
    page.call('onResize', resized);
  }
}

function capsuleButtons(onMenu: () => void, onClose: () => void): HTMLButtonElement[] {
  const make = (label: string, className: string, act: () => void): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  };
  return [make('更多', 'phone-capsule-menu', onMenu), make('关闭', 'phone-capsule-close', onClose)];
}

function createForeground(app: MiniApp, router: PhoneRouter, frame: Frame, entered: () => LaunchOptions): { set(on: boolean): void } {
  let on = true;
  const cover = document.createElement('button');
  cover.type = 'button';
  cover.className = 'phone-home-screen';
  cover.textContent = '回到小程序';
  cover.addEventListener('click', () => set(true));
  const set = (next: boolean): void => {
    if (next === on) return;
    on = next;
    const page = router.current();
    if (on) {
      cover.remove();
      app.show(entered());
      page?.lifetime('show');
      page?.call('onShow');
      return;
    }
    page?.lifetime('hide');
    page?.call('onHide');
    app.hide();
    frame.overlay.append(cover);
  };
  return { set };
}
