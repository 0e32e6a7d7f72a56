import { adapterComponent } from './easel';
import type { Host } from './host';
import { animateNodes, clearAnimation } from './keyframes';
import { pageOfComponent } from './page';
import { createIntersectionObserver, createMediaQueryObserver, createSelectorQuery } from './query';
import { absolute } from './url';

const ROUTES = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const;

/** What Skyline alone has (getAppBar, applyAnimatedStyle) is not there at all: programs ask for it first. */
const UNSUPPORTED = ['setInitialRenderingCache', 'setUpdatePerformanceListener'];

const passive = new WeakMap<object, object>();

type Caller = adapterComponent.ComponentCaller<
  Record<string, never>,
  Record<string, never>,
  Record<string, never>,
  never
>;

/** Gives `this` of pages and components what WeChat documents and the adapter leaves out. Call once. */
export function completeInstances(host: Host): void {
  const prototype = adapterComponent.ComponentCaller.prototype;
  const { triggerEvent } = prototype;
  const page = (caller: Caller) => pageOfComponent(caller._$);
  // Methods are put on the adapter's prototype, whose type cannot be told about them one by one.
  Object.assign(prototype, {
    /** What draws the page: never Skyline here. */
    renderer: 'webview',
    triggerEvent(this: Caller, name: string, detail?: unknown, options?: Parameters<typeof triggerEvent>[2]) {
      triggerEvent.call(this, name, detail === undefined ? {} : detail, options ?? {});
    },
    createSelectorQuery(this: Caller) {
      return createSelectorQuery(host, this);
    },
    createIntersectionObserver(this: Caller, options?: Parameters<typeof createIntersectionObserver>[2]) {
      return createIntersectionObserver(host, this, options);
    },
    createMediaQueryObserver(this: Caller) {
      return createMediaQueryObserver(host, this);
    },
    animate(
      this: Caller,
      selector: string,
      keyframes: Record<string, unknown>[],
      ms?: unknown,
      done?: unknown,
    ) {
      animateNodes(this._$, selector, keyframes, ms, done);
    },
    clearAnimation(this: Caller, selector: string, options?: unknown, done?: unknown) {
      clearAnimation(this._$, selector, options, done);
    },
    getTabBar(this: Caller) {
      return page(this)?.customTabBar ?? null;
    },
    getPageId(this: Caller) {
      return `pageId:${page(this)?.id ?? 0}`;
    },
    getOpenerEventChannel(this: Caller) {
      return page(this)?.opener;
    },
    // How touches are listened to changes nothing here; what was set is answered.
    setPassiveEvent(this: Caller, config: object) {
      passive.set(this, config);
    },
    getPassiveEvent(this: Caller, callback: (config: object) => void) {
      callback(passive.get(this) ?? {});
    },
    ...Object.fromEntries(
      UNSUPPORTED.map((name) => [
        name,
        () => host.report({ kind: 'component', message: `${name} is not supported by this phone` }),
      ]),
    ),
  });
  // The framework's own component is no member that a program sees: what copies a component would copy all pages.
  Object.defineProperty(prototype, '_$', {
    configurable: true,
    set(this: Caller, value: Caller['_$']) {
      Object.defineProperty(this, '_$', { value, writable: true, configurable: true });
    },
  });
  defineRouter('router', (caller) => caller.is);
  defineRouter('pageRouter', (caller) => page(caller)?.path ?? '');

  /** `this.router` resolves paths from the component, `this.pageRouter` from its page. */
  function defineRouter(name: string, base: (caller: Caller) => string): void {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Caller) {
        const from = base(this);
        return Object.fromEntries(
          ROUTES.map((route) => [
            route,
            (options: { url?: string } = {}) =>
              callWx(
                route,
                options.url === undefined ? options : { ...options, url: `/${absolute(options.url, from)}` },
              ),
          ]),
        );
      },
    });
  }
}

function callWx(name: string, options: object): unknown {
  // `wx` is the mini program's own global, made by another part of the phone.
  const { wx } = globalThis as unknown as { wx: Record<string, (options: object) => unknown> };
  return wx[name]?.(options);
}
