/** How the mini program was started, who it is, and small things of the base library. */
import { type Api, asyncApis, isFunction } from '../api';
import { USER_DATA_PATH } from '../files/paths';
import type { Kit } from '../kit';

export function launchApis({ host }: Kit): Api {
  const nothing = (): undefined => undefined;
  return {
    env: { USER_DATA_PATH },
    getLaunchOptionsSync: () => ({ ...host.launch, forwardMaterials: [] }),
    getEnterOptionsSync: () => ({ ...host.enter(), forwardMaterials: [] }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getExtConfigSync: () => ({}),
    getApiCategory: () => 'default',
    nextTick: (callback: unknown) => {
      if (isFunction(callback)) queueMicrotask(() => callback());
    },
    arrayBufferToBase64,
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    getUpdateManager: () => upToDate,
    getPerformance: () => performance,
    // WeChat answers nothing to these either: they go to a console that is not on this machine.
    reportEvent: nothing,
    reportAnalytics: nothing,
    reportMonitor: nothing,
    reportPerformance: nothing,
    getLogManager: () => logger(),
    getRealtimeLogManager: () => logger(),
    ...asyncApis(host, {
      getExtConfig: () => ({ extConfig: {} }),
      setEnableDebug: nothing,
      // Every subpackage is in the phone's bundle already, and pages need no warming.
      preDownloadSubpackage: nothing,
      preloadAssets: nothing,
      preloadWebview: nothing,
      preloadSkylineView: nothing,
      getRandomValues: (options) => {
        const length = typeof options.length === 'number' ? options.length : 0;
        return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer };
      },
    }),
  };

  /** What the mini program logs is heard on the host's events, for the stage's log. */
  function logger(): Api {
    const write =
      (level: string) =>
      (...args: unknown[]): void =>
        host.events.emit('log', level, args);
    return {
      debug: write('debug'),
      info: write('info'),
      log: write('log'),
      warn: write('warn'),
      error: write('error'),
      in: nothing,
      setFilterMsg: nothing,
      addFilterMsg: nothing,
      tag: () => logger(),
      getCurrentState: () => ({ size: 0, maxSize: 5 * 1024, logCount: 0, maxLogCount: 200 }),
    };
  }
}

export function arrayBufferToBase64(buffer: ArrayBufferLike): string {
  let binary = '';
  for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bundle on the phone is the newest there is. */
const upToDate = {
  onCheckForUpdate(listener: unknown): void {
    if (isFunction(listener)) setTimeout(() => listener({ hasUpdate: false }));
  },
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate(): void {
    throw new Error('applyUpdate:fail update is not ready');
  },
};
