/** What wx says about the device, the window, WeChat itself and its switches. */

import type { Host } from '../../runtime/host';
import { CAPSULE, HOME_INDICATOR, NAVIGATION_BAR, STATUS_BAR, TAB_BAR } from '../../runtime/metrics';
import { type Api, asyncApis, type Result } from '../api';
import type { Kit } from '../kit';
import { SDK_VERSION, WECHAT_VERSION } from './versions';

/** WeChat's standard font size in px: `fontSizeScaleFactor` is measured against it. */
const STANDARD_FONT = 16;

export function systemApis({ host }: Kit): Api {
  const all = (): Result => ({
    ...deviceInfo(),
    ...windowInfo(host),
    ...appBaseInfo(host),
    ...systemSetting(),
    ...authorizedFlags(),
  });
  return {
    getSystemInfoSync: all,
    getWindowInfo: () => windowInfo(host),
    getAppBaseInfo: () => appBaseInfo(host),
    getDeviceInfo: deviceInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: () => authorizeSetting(),
    getMenuButtonBoundingClientRect: () => capsule(host),
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'client not supported' }),
    getRendererUserAgent: () => Promise.resolve(navigator.userAgent),
    getBatteryInfoSync: () => ({ level: '100', isCharging: true, isLowPowerModeEnabled: false }),
    ...asyncApis(host, {
      getSystemInfo: all,
      getSystemInfoAsync: all,
      getSkylineInfo: () => ({ isSupported: false, version: '', reason: 'client not supported' }),
      getBatteryInfo: () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }),
      getDeviceBenchmarkInfo: () => ({ benchmarkLevel: -1, modelLevel: 0 }),
      checkIsOpenAccessibility: () => ({ open: false }),
    }),
  };
}

function deviceInfo(): Result {
  return {
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: -1,
    brand: 'browser',
    cpuType: '',
    memorySize: '4096',
    model: 'browser phone',
    platform: 'devtools',
    system: 'iOS 17.0',
  };
}

export function windowInfo(host: Host): Result {
  const { clientWidth: width, clientHeight: height } = host.frame;
  const window = windowSize(host);
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: window.height,
    statusBarHeight: STATUS_BAR,
    screenTop: window.top,
    safeArea: {
      left: 0,
      right: width,
      top: STATUS_BAR,
      bottom: height - HOME_INDICATOR,
      width,
      height: height - STATUS_BAR - HOME_INDICATOR,
    },
  };
}

/** The part of the glass that a page has for itself; before the first page, what its configuration promises. */
function windowSize(host: Host): { top: number; height: number } {
  const page = host.router.current();
  if (page) {
    const frame = host.frame.getBoundingClientRect();
    const rect = page.scroller.getBoundingClientRect();
    // The frame may be scaled by the stage: client sizes are in the phone's own px, rects in the window's.
    const scale = host.frame.clientWidth === 0 ? 1 : frame.width / host.frame.clientWidth;
    return { top: (rect.top - frame.top) / scale, height: page.scroller.clientHeight };
  }
  const custom = host.appJson.window?.navigationStyle === 'custom';
  const top = custom ? 0 : STATUS_BAR + NAVIGATION_BAR;
  const tabs = host.appJson.tabBar;
  const hasTabBar = tabs?.list.some((tab) => tab.pagePath === host.appJson.pages[0]) === true;
  const bottom = hasTabBar ? TAB_BAR + HOME_INDICATOR : 0;
  return { top, height: host.frame.clientHeight - top - bottom };
}

function appBaseInfo(host: Host): Result {
  return {
    SDKVersion: SDK_VERSION,
    version: WECHAT_VERSION,
    language: 'zh_CN',
    enableDebug: false,
    fontSizeSetting: host.conditions.fontSize,
    fontSizeScaleFactor: host.conditions.fontSize / STANDARD_FONT,
    host: { env: 'WeChat', appId: '', version: 0 },
    // WeChat tells the theme only to a mini program that says it has a dark one.
    ...(host.appJson.darkmode === true ? { theme: host.conditions.theme } : {}),
  };
}

function systemSetting(): Result {
  return {
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  };
}

/** The phone lets WeChat itself do everything but locate; what one mini program may do is `wx.getSetting`. */
function authorizeSetting(): Result {
  return {
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'denied',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'denied',
    locationReducedAccuracy: false,
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'authorized',
  };
}

/** The same as booleans, as the old `getSystemInfo` gives them. */
function authorizedFlags(): Result {
  return Object.fromEntries(
    Object.entries(authorizeSetting()).map(([name, value]) => [
      name,
      typeof value === 'string' ? value === 'authorized' : value,
    ]),
  );
}

function capsule(host: Host): Result {
  const right = host.frame.clientWidth - CAPSULE.right;
  return {
    width: CAPSULE.width,
    height: CAPSULE.height,
    top: CAPSULE.top,
    bottom: CAPSULE.top + CAPSULE.height,
    left: right - CAPSULE.width,
    right,
  };
}
