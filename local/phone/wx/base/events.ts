/** Events of the app and its surroundings. */
import type { Api } from '../api';
import type { Kit } from '../kit';
import { Listeners } from './listeners';
import { windowInfo } from './system';

/** Events that the runtime announces on the host, by the names `wx.onX` gives them. */
const FROM_HOST: Record<string, string> = {
  AppShow: 'appShow',
  AppHide: 'appHide',
  Error: 'error',
  UnhandledRejection: 'unhandledRejection',
  PageNotFound: 'pageNotFound',
  LazyLoadError: 'lazyLoadError',
  KeyboardHeightChange: 'keyboardHeightChange',
  AppRoute: 'appRoute',
  AppRouteDone: 'appRouteDone',
  AudioInterruptionBegin: 'audioInterruptionBegin',
  AudioInterruptionEnd: 'audioInterruptionEnd',
};

/** Things that never happen to this phone. One may listen, as on a phone to which they do not happen. */
const NEVER = [
  'MemoryWarning',
  'UserCaptureScreen',
  'ScreenRecordingStateChanged',
  'MenuButtonBoundingClientRectWeightChange',
  'CopyUrl',
  'ApiCategoryChange',
  'BatteryInfoChange',
  'WindowStateChange',
  'ParallelStateChange',
  'UserTriggerTranslation',
  'UserOffTranslation',
  'GeneratePoster',
];

export function eventApis({ host }: Kit): Api {
  const apis: Api = {};
  for (const [name, event] of Object.entries(FROM_HOST)) {
    const listeners = new Listeners();
    host.events.on(event, (...args) => listeners.emit(...args));
    Object.assign(apis, listeners.named(name));
  }
  for (const name of NEVER) Object.assign(apis, new Listeners().named(name));
  return { ...apis, ...themeEvents({ host }), ...resizeEvents({ host }) };
}

function themeEvents({ host }: Pick<Kit, 'host'>): Api {
  const listeners = new Listeners();
  let { theme } = host.conditions;
  host.onConditions((now) => {
    if (now.theme === theme) return;
    theme = now.theme;
    // A mini program without a dark theme never hears of it.
    if (host.appJson.darkmode === true) listeners.emit({ theme });
  });
  return listeners.named('ThemeChange');
}

function resizeEvents({ host }: Pick<Kit, 'host'>): Api {
  const listeners = new Listeners();
  let first = true;
  new ResizeObserver(() => {
    // An observer reports the size it begins with too.
    if (first || listeners.size === 0) {
      first = false;
      return;
    }
    const { windowWidth, windowHeight } = windowInfo(host);
    listeners.emit({ size: { windowWidth, windowHeight } });
  }).observe(host.frame);
  return listeners.named('WindowResize');
}
