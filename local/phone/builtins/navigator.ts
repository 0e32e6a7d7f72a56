import { callWx } from './shared/call-wx.js';
import { builtIn } from './shared/define.js';
import { hoverProperties } from './shared/hover.js';
import { onTap } from './shared/tap.js';

const HOVER_START_MS = 50;
const HOVER_STAY_MS = 600;

const properties = {
  ...hoverProperties('navigator-hover', HOVER_START_MS, HOVER_STAY_MS),
  target: 'self',
  url: '',
  openType: 'navigate',
  delta: 1,
  appId: '',
  path: '',
  extraData: null,
  version: 'release',
  shortLink: '',
};

const APIS: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html */
export const navigator_ = builtIn('navigator', properties, (self) => {
  const { component, dom, data } = self;
  dom.setAttribute('role', 'link');
  dom.setAttribute('tabindex', '0');
  const go = async (): Promise<void> => {
    const other = data.target === 'miniProgram';
    const api =
      other && data.openType === 'navigate' ? 'navigateToMiniProgram' : (APIS[data.openType] ?? 'navigateTo');
    const { appId, path, extraData, url, delta } = data;
    try {
      const result = await callWx(api, other ? { appId, path, extraData } : { url, delta });
      self.fire('success', result);
    } catch (error) {
      self.fire('fail', { errMsg: errorText(error) });
    }
    self.fire('complete', {});
  };
  onTap(component, () => {
    if (data.url !== '' || data.openType === 'navigateBack' || data.target === 'miniProgram') void go();
  });
  return undefined;
});

function errorText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return error instanceof Error ? error.message : String(error);
}
