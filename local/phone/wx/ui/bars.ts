/** The navigation bar, the tab bar and the window behind the page: what the runtime's chrome draws, by WeChat's names. */
import { type Api, ApiFailure, asyncApis, isRecord } from '../api';
import type { Kit } from '../kit';
import { flag, number, requiredNumber, requiredText, text } from '../options';

export function barApis({ host }: Kit): Api {
  const { chrome } = host;
  const { tabBar } = chrome;
  return asyncApis(host, {
    setNavigationBarTitle: (options) => done(() => chrome.setTitle(requiredText(options, 'title'))),
    setNavigationBarColor: (options) =>
      done(() => {
        const front = requiredText(options, 'frontColor');
        if (!/^#(?:f{6}|0{6})$/i.test(front)) {
          throw new ApiFailure(`invalid frontColor "${front}", only "#ffffff" and "#000000" are supported`);
        }
        const { animation } = options;
        chrome.setNavigationColor({
          front: front.toLowerCase(),
          background: requiredText(options, 'backgroundColor'),
          duration: isRecord(animation) ? number(animation, 'duration', 0) : 0,
        });
      }),
    showNavigationBarLoading: () => done(() => chrome.setNavigationLoading(true)),
    hideNavigationBarLoading: () => done(() => chrome.setNavigationLoading(false)),
    hideHomeButton: () => done(() => chrome.hideHomeButton()),
    setBackgroundColor: (options) =>
      done(() =>
        chrome.setBackground({
          ...given('color', text(options, 'backgroundColor')),
          ...given('top', text(options, 'backgroundColorTop')),
          ...given('bottom', text(options, 'backgroundColorBottom')),
        }),
      ),
    setBackgroundTextStyle: (options) =>
      done(() => {
        const textStyle = requiredText(options, 'textStyle');
        if (textStyle !== 'dark' && textStyle !== 'light') {
          throw new ApiFailure(`invalid text style "${textStyle}"`);
        }
        chrome.setBackground({ textStyle });
      }),
    setTabBarBadge: (options) =>
      done(() => tabBar.setBadge(requiredNumber(options, 'index'), requiredText(options, 'text'))),
    removeTabBarBadge: (options) => done(() => tabBar.setBadge(requiredNumber(options, 'index'), null)),
    showTabBarRedDot: (options) => done(() => tabBar.setDot(requiredNumber(options, 'index'), true)),
    hideTabBarRedDot: (options) => done(() => tabBar.setDot(requiredNumber(options, 'index'), false)),
    setTabBarItem: (options) =>
      done(() =>
        tabBar.setItem(requiredNumber(options, 'index'), {
          ...given('text', text(options, 'text')),
          ...given('iconPath', text(options, 'iconPath')),
          ...given('selectedIconPath', text(options, 'selectedIconPath')),
        }),
      ),
    setTabBarStyle: (options) =>
      done(() =>
        tabBar.setStyle({
          ...given('color', text(options, 'color')),
          ...given('selectedColor', text(options, 'selectedColor')),
          ...given('backgroundColor', text(options, 'backgroundColor')),
          ...given('borderStyle', text(options, 'borderStyle')),
        }),
      ),
    showTabBar: (options) => done(() => tabBar.setVisible(true, flag(options, 'animation'))),
    hideTabBar: (options) => done(() => tabBar.setVisible(false, flag(options, 'animation'))),
    startPullDownRefresh: () => done(() => chrome.startPullDown()),
    stopPullDownRefresh: () => done(() => chrome.stopPullDown()),
    showShareMenu: (options) =>
      done(() => {
        const menus = options.menus ?? options.showShareItems;
        chrome.setShareMenu(Array.isArray(menus) ? menus.map(String) : ['shareAppMessage']);
      }),
    hideShareMenu: () => done(() => chrome.setShareMenu([])),
    // The card in this phone's share sheet has no group members and no shareTicket to update.
    updateShareMenu: () => undefined,
  });
}

/** An absent option must stay absent: '' would clear what the page's own configuration says. */
function given<K extends string>(name: K, value: string): { [P in K]?: string } {
  // TypeScript widens a computed key to `string`.
  return (value === '' ? {} : { [name]: value }) as { [P in K]?: string };
}

/** The chrome refuses with an Error whose message is WeChat's reason (`not TabBar page` …). */
function done(act: () => void): undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    throw new ApiFailure(error instanceof Error ? error.message : String(error));
  }
  return undefined;
}
