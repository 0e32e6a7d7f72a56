import { registerBuiltins } from '../builtins/index';
import { createWx, prepareWx, written } from '../wx/index';
import { createApp } from './app';
import { createAssetResolver } from './assets';
import { PhoneBackend } from './backend';
import { createChrome } from './chrome';
import type { PhoneClock } from './clock';
import { type Code, createCode } from './code';
import { createWeather, type Weather } from './conditions';
import type { Started } from './control';
import { afterRender, createDesk } from './desk';
import { deliver, passOnAnimations, shapeEvents } from './events';
import { createForeground, fillCapsule } from './foreground';
import type { Frame } from './frame';
import { applyFront, originOf, resizePages } from './front';
import { listenToGestures } from './gestures';
import type { BootConfig, Emitter, Host } from './host';
import { completeInstances } from './instance';
import { meterData } from './meter';
import { adjustNodes } from './nodes';
import type { ProblemBook } from './problems';
import type { PhoneProject } from './project';
import { fireReady } from './ready';
import { refill, type SavedPage, takeStack } from './restore';
import { createRouter, type PhoneRouter } from './router';
import { createSharing } from './share';
import { fillUnnamedSlots } from './slots';
import {
  homeOf,
  launchOptions,
  nameOf,
  openFirst,
  rooted,
  runMainPackage,
  SCENE_CODE,
  SCENE_LIST,
} from './start';
import { createStatusBar } from './status-bar';
import { createStyleSheets, type StyleSheets } from './style-sheets';
import { createTabBar, type TabBar } from './tab-bar';
import { drawOneAfterAnother } from './updates';
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

/** Starts a compiled mini program. Resolves when its first page was drawn. */
export async function boot(project: PhoneProject, around: Surroundings): Promise<Started> {
  const { events, problems, frame } = around;
  adjustFramework(project, problems);
  for (const note of project.notes) problems.report(note);

  const weather = createWeather(project, around.clock, events);
  const sheets = createStyleSheets();
  sheets.add('app', project.sheets.app, 'app');
  const code = createCode(project, { sheets, ...problems });
  const files = new Map<string, Blob>();
  const resolveAsset = createAssetResolver(files);
  const home = homeOf(project);
  const backend = new PhoneBackend(
    () => {
      const { clientWidth: width, clientHeight: height } = router.current()?.web ?? frame.glass;
      return { width, height };
    },
    () => weather.now.theme,
  );
  const tabBar = tabBarOf(project, weather, resolveAsset, () => router);
  const desk = deskOf({
    project,
    around,
    weather,
    code,
    sheets,
    backend,
    tabBar,
    home,
    router: () => router,
  });
  const router = createRouter(desk);
  const app = createApp(events, problems.thrown);
  const [saved, ...savedAbove] = takeStack(around.boot.device).filter(({ url }) =>
    project.pages.includes(parsePageUrl(url).path),
  );
  const launch = launchOptions(
    saved?.url ?? (around.boot.start === '' ? home : around.boot.start),
    SCENE_LIST,
  );
  let entered = launch;
  const sharing = createSharing({
    overlay: frame.overlay,
    current: () => router.current(),
    events,
    resolveAsset,
    name: nameOf(project),
    restart: () => void router.reLaunch(rooted(home)),
    thrown: problems.thrown,
  });
  const host: Host = {
    boot: around.boot,
    conditions: weather.now,
    camera: { pictures: [] },
    chrome: createChrome({ desk, router, tabBar, sharing }),
    share: sharing.share,
    launch,
    enter: () => entered,
    onConditions: weather.on,
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
  Object.assign(globalThis, {
    wx: createWx(host),
    requirePlugin,
    getCurrentPages: () => router.stack().map((page) => page.instance),
  });
  listenToGestures(frame.glass, {
    origin: () => originOf(router, frame),
    deliver,
    hearsLongPress: (target) => backend.hearsLongPress(target),
  });
  passOnAnimations(frame.glass);
  frame.onResize((size) => resizePages(router, size));
  weather.onApply(createStatusBar(frame, around.boot.zone));
  events.on('themeChange', () => tabBar?.paint(weather.theme()));
  weather.onApply((now) => {
    const page = router.current();
    if (page) applyFront(page, frame, now);
  });
  const foreground = createForeground(app, router, frame, () => entered);
  fillCapsule(frame, sharing.openMenu, () => foreground.set(false));

  await runMainPackage(project, app, launch, code.load, problems);
  await openFirst(project, router, app, launch);
  if (saved) await goOn(router, saved);
  for (const above of savedAbove) {
    await router.navigateTo(above.url);
    await goOn(router, above);
  }
  await afterRender();
  return {
    host,
    setConditions: weather.change,
    async open(path) {
      entered = launchOptions(path, SCENE_CODE);
      foreground.set(true);
      app.show(entered);
      await router.reLaunch(rooted(path));
    },
    setForeground: foreground.set,
    written: () => written(host),
    restyle(changed) {
      Object.assign(project.sheets, changed);
      return sheets.replace(changed);
    },
  };
}

/** The page on top was open before a development reload. */
async function goOn(router: PhoneRouter, saved: SavedPage): Promise<void> {
  const page = router.current();
  if (page) await refill(page, saved);
}

/** What the framework needs to know of WeChat before anything is made with it. */
function adjustFramework(project: PhoneProject, problems: ProblemBook): void {
  adjustNodes();
  if (project.appJson.glassEaselWebview !== true) fillUnnamedSlots();
  drawOneAfterAnother();
  meterData();
  shapeEvents();
  fireReady();
  installWxs(problems.report);
}

function requirePlugin(name: string): never {
  throw new Error(`requirePlugin: "${name}": plugins cannot be had outside WeChat`);
}

/** WeChat's own tab bar, when the mini program has one and does not draw it itself. */
function tabBarOf(
  project: PhoneProject,
  weather: Weather,
  resolveAsset: (path: string) => string,
  router: () => PhoneRouter,
): TabBar | undefined {
  const { tabBar } = project.appJson;
  if (!tabBar || tabBar.custom === true) return undefined;
  const onTap = async (index: number): Promise<void> => {
    const item = tabBar.list[index];
    if (!item) return;
    const pagePath = item.pagePath.replace(/^\//, '');
    await router().switchTab(rooted(pagePath));
    router().current()?.call('onTabItemTap', { index, pagePath, text: item.text });
  };
  return createTabBar(tabBar, weather.theme(), {
    resolveAsset: (path) => resolveAsset(rooted(path)),
    onTap: (index) => void onTap(index),
    mustBeTabPage() {
      if (router().current()?.isTab !== true) throw new Error('not TabBar page');
    },
  });
}

interface DeskParts {
  project: PhoneProject;
  around: Surroundings;
  weather: Weather;
  code: Code;
  sheets: StyleSheets;
  backend: PhoneBackend;
  tabBar: TabBar | undefined;
  home: string;
  router: () => PhoneRouter;
}

function deskOf(parts: DeskParts): ReturnType<typeof createDesk> {
  const { project, around, weather, code, sheets, backend, tabBar, home, router } = parts;
  const goBack = (kind: 'back' | 'home'): Promise<void> =>
    kind === 'back' ? router().navigateBack(1) : router().reLaunch(rooted(home));
  return createDesk({
    code,
    frame: around.frame,
    sheets,
    boot: around.boot,
    appJson: project.appJson,
    pageJson: (path) => project.units[path]?.json ?? {},
    exists: (path) => project.pages.includes(path),
    isHome: (path) => path === home,
    theme: weather.theme,
    tabBar,
    backend: code.env.associateBackend(backend),
    onLeft: (kind) =>
      void goBack(kind).catch((error: unknown) => around.problems.thrown(error, 'navigation bar')),
    onFront: (page) => applyFront(page, around.frame, weather.now),
    thrown: around.problems.thrown,
  });
}
