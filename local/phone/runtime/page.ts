import { createChannel } from './channel';
import type { Code } from './code';
import { adapterComponent, type GeneralComponent, type glassEasel } from './easel';
import type { Emitter, OpenPage, PageInstance, PageMeta, Query } from './host';
import { createPageView, type PageView } from './page-view';
import type { WindowConfig } from './window-config';

type Backend = ReturnType<Code['env']['associateBackend']>;
type Root = ReturnType<Backend['createRoot']>;

/** An open page with what only the runtime may do to it. */
export interface Page extends OpenPage {
  readonly config: WindowConfig;
  readonly parts: PageView;
  readonly component: GeneralComponent;
  readonly customTabBar: PageInstance | undefined;
  readonly isTab: boolean;
  /** This page's end of the channel to the page that opened it. */
  readonly opener: Emitter;
  readonly meta: PageMeta;
  /** Calls a method of the page's own when there is one; what it throws is reported. */
  call(name: string, ...args: unknown[]): unknown;
  has(name: string): boolean;
  /** The lifetimes of the page's components, e.g. `show`. */
  lifetime(name: string, ...args: unknown[]): void;
  /** Takes the page out of the framework. Its DOM stays until `view` is removed. */
  release(): void;
}

export interface PageSetting {
  code: Code;
  backend: Backend;
  config: WindowConfig;
  isTab: boolean;
  customTabBar: boolean;
  opener?: Emitter;
  onLeft(kind: 'back' | 'home'): void;
  onMeta(page: Page): void;
  thrown(error: unknown, where: string): void;
}

let nextId = 1;

/** Builds a page without attaching it: its properties are set from the query, `created` has run. */
export function createPage(path: string, query: Query, setting: PageSetting): Page {
  const { code, backend, config } = setting;
  const parts = createPageView(path, config, setting.onLeft);
  const root = backend.createRoot('page', code.space, withQuery(path, query));
  const instance = prepareInstance(root, path, query);
  const tabBarRoot = setting.customTabBar
    ? backend.createRoot('tab-bar', code.space, '/custom-tab-bar/index')
    : undefined;
  const meta: PageMeta = {};
  const page: Page = {
    id: nextId++,
    path,
    query,
    instance,
    config,
    parts,
    view: parts.view,
    web: parts.web,
    scroller: parts.scroller,
    isTab: setting.isTab,
    component: root.getComponent(),
    customTabBar: tabBarRoot ? asInstance(tabBarRoot) : undefined,
    opener: setting.opener ?? createChannel((error, name) => setting.thrown(error, name)).opened,
    meta,
    setMeta(next) {
      for (const name of Object.keys(meta)) Reflect.deleteProperty(meta, name);
      Object.assign(meta, next);
      setting.onMeta(page);
    },
    has: (name) => typeof instance[name] === 'function',
    call(name, ...args) {
      const method = instance[name];
      if (typeof method !== 'function') return undefined;
      try {
        return method.apply(instance, args);
      } catch (error) {
        setting.thrown(error, `${path} ${name}`);
        return undefined;
      }
    },
    lifetime(name, ...args) {
      // The framework hands them on to listeners of any kind.
      page.component.triggerPageLifetime(
        name,
        args as Parameters<GeneralComponent['triggerPageLifetime']>[1],
      );
    },
    release() {
      attached.delete(page.component);
      tabBarRoot?.release();
      root.release();
    },
  };
  attached.set(page.component, page);
  if (tabBarRoot) attached.set(tabBarRoot.getComponent(), page);
  mount.set(page, () => {
    attachTo(root, parts.scroller);
    if (tabBarRoot) attachTo(tabBarRoot, parts.view);
  });
  return page;
}

/** Puts the page's nodes into its view: `attached` runs. */
export function mountPage(page: Page): void {
  mount.get(page)?.();
  mount.delete(page);
}

const mount = new WeakMap<Page, () => void>();
const attached = new WeakMap<glassEasel.Element, Page>();

/** The page that a component of it is in. */
export function pageOfComponent(component: glassEasel.Element | undefined): Page | undefined {
  for (let at = component; at; at = at.ownerShadowRoot?.getHostNode()) {
    const page = attached.get(at);
    if (page) return page;
  }
  return undefined;
}

function attachTo(root: Root, parent: HTMLElement): void {
  const placeholder = parent.appendChild(document.createElement('span'));
  // The backend is the browser's DOM.
  root.attach(parent as never, placeholder as never);
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? `/${path}` : `/${path}?${pairs.join('&')}`;
}

function prepareInstance(root: Root, path: string, query: Query): PageInstance {
  const instance = asInstance(root);
  instance.route = path;
  instance.__route__ = path;
  instance.options = query;
  instance.__wxWebviewId__ = nextId;
  return instance;
}

function asInstance(root: Root): PageInstance {
  const caller = root.get();
  if (!(caller instanceof adapterComponent.ComponentCaller))
    throw new Error('a page must be made by Page or Component');
  // A method caller carries the page's own methods and data; its type knows only what all have.
  return caller as unknown as PageInstance;
}
