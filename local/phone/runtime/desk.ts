import { createMotion } from './animation';
import type { AppJson } from './app-json';
import type { Code } from './code';
import type { Frame } from './frame';
import type { BootConfig, Emitter, Query } from './host';
import { createPage, mountPage, type Page } from './page';
import { createPullDown, forgetPullDown, type PullDown } from './pull-down';
import type { RouterSinks, Transition } from './router';
import { watchScrolling } from './scrolling';
import type { StyleSheets } from './style-sheets';
import type { TabBar } from './tab-bar';
import { readWindowConfig } from './window-config';

export interface DeskSetting {
  code: Code;
  frame: Frame;
  sheets: StyleSheets;
  boot: BootConfig;
  appJson: AppJson;
  pageJson(path: string): Record<string, unknown>;
  exists(path: string): boolean;
  theme(): Record<string, unknown>;
  tabBar: TabBar | undefined;
  backend: ReturnType<Code['env']['associateBackend']>;
  onLeft(kind: 'back' | 'home'): void;
  /** The page on top is another, or looks different: root font size, status bar. */
  onFront(page: Page): void;
  thrown(error: unknown, where: string): void;
  isHome(path: string): boolean;
}

/** Carries out what the router decides: pages are built, shown, hidden and closed, with their lifecycles. */
export interface Desk extends RouterSinks {
  pullDown(page: Page): PullDown | undefined;
  /** Turns on the style sheets of these pages only. */
  showSheets(pages: readonly Page[]): void;
  visible(): Page | undefined;
}

export function createDesk(setting: DeskSetting): Desk {
  const { code, frame, appJson } = setting;
  const motion = createMotion(setting.boot.automated);
  const tabPages = (appJson.tabBar?.list ?? []).map((item) => item.pagePath.replace(/^\//, ''));
  const pullDowns = new WeakMap<Page, PullDown>();
  let visible: Page | undefined;

  const showSheets = (pages: readonly Page[]): void => {
    const paths = new Set<string>();
    for (const page of pages) {
      const isolation = setting.pageJson(page.path).styleIsolation;
      if (isolation !== 'page-isolated' && isolation !== 'page-apply-shared') paths.add('app');
      for (const path of code.closure(page.path)) paths.add(path);
      if (page.customTabBar) for (const path of code.closure('custom-tab-bar/index')) paths.add(path);
    }
    setting.sheets.show(paths);
  };

  const create = (
    path: string,
    query: Query,
    place: { isTab: boolean; isFirst: boolean; opener?: Emitter },
  ): Page => {
    code.load(path);
    const custom = place.isTab && appJson.tabBar?.custom === true;
    if (custom) code.load('custom-tab-bar/index');
    const config = readWindowConfig(appJson, setting.pageJson(path), setting.theme());
    const page = createPage(path, query, {
      code,
      backend: setting.backend,
      config,
      isTab: place.isTab,
      customTabBar: custom,
      onLeft: setting.onLeft,
      onMeta: (changed) => {
        if (changed === visible) setting.onFront(changed);
      },
      thrown: setting.thrown,
      ...(place.opener ? { opener: place.opener } : {}),
    });
    page.parts.layout(frame.size);
    if (place.isTab && setting.tabBar) page.parts.setTabBar(true);
    page.parts.navigation.setLeft(
      place.isFirst ? (place.isTab || setting.isHome(path) ? 'none' : 'home') : 'back',
    );
    pullDowns.set(page, createPullDown(page, setting.boot.automated));
    watchScrolling(page);
    return page;
  };

  const load = (page: Page): void => {
    frame.pages.append(page.view);
    showSheets(visible ? [visible, page] : [page]);
    mountPage(page);
    page.call('onLoad', page.query);
  };

  const front = (page: Page): void => {
    visible = page;
    if (page.isTab && setting.tabBar) {
      page.view.append(setting.tabBar.element);
      setting.tabBar.select(tabPages.indexOf(page.path));
    }
    page.view.hidden = false;
    setting.onFront(page);
  };

  /** What is behind the page on top is not on the glass. */
  const settle = (): void => {
    const now = visible;
    for (const view of frame.pages.children) {
      if (
        view instanceof HTMLElement &&
        view !== now?.view &&
        !view.classList.contains('phone-view--leaving')
      )
        view.hidden = true;
    }
    if (now) showSheets([now]);
  };

  const show = (page: Page, how: Transition): void => {
    front(page);
    page.lifetime('show');
    page.call('onShow');
    const rendered = shown.has(page) ? Promise.resolve() : firstRender(page);
    shown.add(page);
    const moved = how === 'push' ? motion.enter(page.view) : Promise.resolve();
    void moved.then(settle);
    void Promise.all([moved, rendered]).then(() => {
      if (visible !== page) return;
      page.lifetime('routeDone');
      page.call('onRouteDone');
    });
  };
  const firstRender = async (page: Page): Promise<void> => {
    await afterRender();
    page.call('onReady');
    if (visible === page) setting.onFront(page);
  };
  const shown = new WeakSet<Page>();

  const hide = (page: Page): void => {
    page.lifetime('hide');
    page.call('onHide');
  };

  const close = (page: Page, how: Transition): void => {
    page.call('onUnload');
    forgetPullDown(page);
    page.view.inert = true;
    page.view.classList.add('phone-view--leaving');
    if (visible === page) visible = undefined;
    page.release();
    if (how !== 'pop') {
      page.view.remove();
      return;
    }
    frame.pages.append(page.view);
    void motion.leave(page.view).then(() => page.view.remove());
  };

  return {
    exists: setting.exists,
    tabPages,
    create,
    load,
    show,
    hide,
    close,
    thrown: setting.thrown,
    pullDown: (page) => pullDowns.get(page),
    showSheets,
    visible: () => visible,
  };
}

/** Resolves after the next frame was drawn; a phone in a background tab draws none. */
export function afterRender(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}

/** The `page` node's background belongs to the whole window, as that of a document's body does. */
export function paintScroller(page: Page): void {
  const node = page.scroller.querySelector('wx-page');
  if (node) page.scroller.style.backgroundColor = getComputedStyle(node).backgroundColor;
}
