import { createChannel } from './channel';
import type { Emitter, Query, Router } from './host';
import { STACK_LIMIT } from './metrics';
import type { Page } from './page';
import { parsePageUrl } from './url';

export interface RouterSinks {
  exists(path: string): boolean;
  tabPages: readonly string[];
  /** Builds a page; nothing of it has run but `created`. */
  create(path: string, query: Query, place: { isTab: boolean; isFirst: boolean; opener?: Emitter }): Page;
  /** Puts it on the glass: its components are attached, onLoad runs. It is in the stack by then. */
  load(page: Page): void;
  /** Brings it to the front: onShow. `how` says what moved on the glass. */
  show(page: Page, how: Transition): void;
  hide(page: Page): void;
  /** onUnload, and away. */
  close(page: Page, how: Transition): void;
  thrown(error: unknown, where: string): void;
}

export type Transition = 'none' | 'push' | 'pop';

export interface PhoneRouter extends Router {
  /** Opens the first page. */
  launch(path: string, query: Query): Promise<Page>;
  stack(): readonly Page[];
  current(): Page | undefined;
  /** Every page that is alive, tab pages behind the stack too. */
  alive(): readonly Page[];
}

/**
 * WeChat's page stack. What is called while a page is being opened waits its turn, so that a page's
 * lifecycles are never interleaved with another's.
 * Table of lifecycles: https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html
 */
export function createRouter(sinks: RouterSinks): PhoneRouter {
  let stack: Page[] = [];
  /** Tab pages stay alive until a reLaunch. */
  const tabs = new Map<string, Page>();
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => T): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const top = (): Page | undefined => stack.at(-1);
  const target = (url: string): { path: string; query: Query; isTab: boolean } => {
    const { path, query } = parsePageUrl(url, top()?.path);
    if (!sinks.exists(path)) throw new Error(`page "${path}" is not found`);
    return { path, query, isTab: sinks.tabPages.includes(path) };
  };
  const open = (path: string, query: Query, isTab: boolean, how: Transition, opener?: Emitter): Page => {
    const isFirst = stack.length === 0;
    const page = sinks.create(path, query, { isTab, isFirst, ...(opener ? { opener } : {}) });
    if (isTab) tabs.set(path, page);
    stack.push(page);
    sinks.load(page);
    sinks.show(page, how);
    return page;
  };
  const closeAll = (): void => {
    const closing = new Set([...stack].reverse());
    for (const page of tabs.values()) closing.add(page);
    stack = [];
    tabs.clear();
    for (const page of closing) sinks.close(page, 'none');
  };

  return {
    stack: () => stack,
    current: top,
    alive: () => [...new Set([...tabs.values(), ...stack])],
    launch: (path, query) => inTurn(() => open(path, query, sinks.tabPages.includes(path), 'none')),
    navigateTo: (url, events = {}) =>
      inTurn(() => {
        const { path, query, isTab } = target(url);
        if (isTab) throw new Error('can not navigateTo a tabbar page');
        if (stack.length >= STACK_LIMIT) throw new Error('webview count limit exceed');
        const channel = createChannel(sinks.thrown);
        for (const [name, listener] of Object.entries(events)) channel.opener.on(name, listener);
        const before = top();
        if (before) sinks.hide(before);
        open(path, query, false, 'push', channel.opened);
        return { eventChannel: channel.opener };
      }),
    redirectTo: (url) =>
      inTurn(() => {
        const { path, query, isTab } = target(url);
        if (isTab) throw new Error('can not redirectTo a tabbar page');
        const before = stack.pop();
        if (before) {
          tabs.delete(before.path);
          sinks.close(before, 'none');
        }
        open(path, query, false, 'none');
      }),
    reLaunch: (url) =>
      inTurn(() => {
        const { path, query, isTab } = target(url);
        closeAll();
        open(path, query, isTab, 'none');
      }),
    switchTab: (url) =>
      inTurn(() => {
        const { path, isTab } = target(url);
        if (!isTab) throw new Error('can not switch to no-tabBar page');
        const before = top();
        if (before?.path === path) return;
        const above = stack.filter((page) => !page.isTab).reverse();
        const bottom = stack.find((page) => page.isTab);
        if (before?.isTab) sinks.hide(before);
        const existing = tabs.get(path);
        stack = [];
        // A page that covered the tab pages leaves; the tab page that was under it is not told again.
        for (const page of above) sinks.close(page, page === before && bottom === existing ? 'pop' : 'none');
        if (!existing) {
          open(path, {}, true, 'none');
          return;
        }
        stack = [existing];
        sinks.show(existing, 'none');
      }),
    navigateBack: (delta) =>
      inTurn(() => {
        if (stack.length <= 1) throw new Error('cannot navigate back at first page.');
        const steps = Math.min(Math.max(1, Math.floor(delta)), stack.length - 1);
        const leaving = stack.splice(stack.length - steps).reverse();
        leaving.forEach((page, index) => {
          sinks.close(page, index === 0 ? 'pop' : 'none');
        });
        const now = top();
        if (now) sinks.show(now, 'pop');
      }),
  };
}
