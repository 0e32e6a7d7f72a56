import type { Emitter, LaunchOptions } from './host';

type AppInstance = Record<string, unknown>;

/** `App()`, `getApp()` and the app's lifecycle. */
export interface MiniApp {
  launch(options: LaunchOptions): void;
  show(options: LaunchOptions): void;
  hide(): void;
  /** True when the app handles pages that do not exist. */
  pageNotFound(options: { path: string; query: Record<string, string>; isEntryPage: boolean }): boolean;
}

export function createApp(events: Emitter, thrown: (error: unknown, where: string) => void): MiniApp {
  let app: AppInstance | undefined;
  const call = (name: string, ...args: unknown[]): boolean => {
    const method = app?.[name];
    if (typeof method !== 'function') return false;
    try {
      method.apply(app, args);
    } catch (error) {
      thrown(error, `App ${name}`);
    }
    return true;
  };
  Object.assign(globalThis, {
    App(definition: AppInstance) {
      if (app) thrown(new Error('App() was called a second time'), 'app');
      app = definition;
    },
    // A component's script may ask before app.js has run; `allowDefault` lets it fill an app of its own.
    getApp(options?: { allowDefault?: boolean }) {
      if (options?.allowDefault === true) app ??= {};
      return app;
    },
  });
  let inError = false;
  events.on('error', (message) => {
    // An error in onError itself must not call it again.
    if (inError) return;
    inError = true;
    call('onError', message);
    inError = false;
  });
  events.on('unhandledRejection', (reason) => void call('onUnhandledRejection', reason));
  events.on('themeChange', (change) => void call('onThemeChange', change));
  return {
    launch: (options) => void call('onLaunch', options),
    show(options) {
      call('onShow', options);
      events.emit('appShow', options);
    },
    hide() {
      call('onHide');
      events.emit('appHide');
    },
    pageNotFound(options) {
      events.emit('pageNotFound', options);
      return call('onPageNotFound', options);
    },
  };
}
