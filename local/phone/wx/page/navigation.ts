import type { Router } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis, isFunction, isRecord, type Options } from '../api';
import type { Kit } from '../kit';
import { number, requiredText } from '../options';

type Listeners = Record<string, (...args: unknown[]) => void>;

/** wx.navigateTo, redirectTo, reLaunch, switchTab, navigateBack. */
export function navigationApis({ host }: Kit): Api {
  const { router } = host;
  const to = (move: (this: Router, url: string) => Promise<void>) => (options: Options) =>
    refusing(async () => {
      await move.call(router, requiredText(options, 'url'));
      return undefined;
    });
  return asyncApis(host, {
    navigateTo: (options) =>
      refusing(async () => {
        const { eventChannel } = await router.navigateTo(requiredText(options, 'url'), listenersOf(options));
        return { eventChannel };
      }),
    redirectTo: to(router.redirectTo),
    reLaunch: to(router.reLaunch),
    switchTab: to(router.switchTab),
    navigateBack: (options) =>
      refusing(async () => {
        await router.navigateBack(number(options, 'delta', 1));
        return undefined;
      }),
  });
}

/** The router refuses with an Error whose message is WeChat's reason (`page "…" is not found` …). */
async function refusing<T>(move: () => Promise<T>): Promise<T> {
  try {
    return await move();
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    throw new ApiFailure(error instanceof Error ? error.message : String(error));
  }
}

function listenersOf(options: Options): Listeners {
  const { events } = options;
  if (!isRecord(events)) return {};
  const listeners: Listeners = {};
  for (const [name, listener] of Object.entries(events)) {
    if (isFunction(listener)) listeners[name] = (...args) => void listener(...args);
  }
  return listeners;
}
