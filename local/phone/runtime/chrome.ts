import type { Desk } from './desk';
import type { Chrome } from './host';
import type { Page } from './page';
import type { PhoneRouter } from './router';
import type { Sharing } from './share';
import type { TabBar } from './tab-bar';

export interface ChromeParts {
  desk: Desk;
  router: PhoneRouter;
  tabBar: TabBar | undefined;
  sharing: Sharing;
}

/** What the mini program changes of the furniture round the page on top. */
export function createChrome({ desk, router, tabBar, sharing }: ChromeParts): Chrome {
  const page = (): Page => {
    const found = router.current();
    if (!found) throw new Error('no page is open');
    return found;
  };
  return {
    setTitle: (title) => page().parts.navigation.setTitle(title),
    setNavigationColor({ front, background, duration }) {
      const { navigation } = page().parts;
      navigation.setColor(front, background, duration);
      const glass = page().view.closest<HTMLElement>('.phone-glass');
      if (glass) glass.dataset.front = navigation.front;
    },
    setNavigationLoading: (on) => page().parts.navigation.setLoading(on),
    hideHomeButton() {
      if (router.stack().length === 1) page().parts.navigation.setLeft('none');
    },
    setBackground({ color, top, textStyle }) {
      const { web } = page();
      const background = top ?? color;
      if (background !== undefined) web.style.backgroundColor = background;
      if (textStyle !== undefined) desk.pullDown(page())?.setTextStyle(textStyle);
    },
    tabBar: tabBar ? tabBarControl(tabBar, router) : noTabBar,
    startPullDown: () => desk.pullDown(page())?.start(),
    stopPullDown: () => desk.pullDown(page())?.stop(),
    setShareMenu: sharing.setMenu,
  };
}

function tabBarControl(tabBar: TabBar, router: PhoneRouter): Chrome['tabBar'] {
  return {
    ...tabBar.control,
    setVisible(visible, animated) {
      tabBar.control.setVisible(visible, animated);
      for (const page of router.alive()) if (page.isTab) page.parts.setTabBar(visible);
    },
  };
}

const refuse = (): never => {
  throw new Error('not TabBar page');
};
const noTabBar: Chrome['tabBar'] = {
  setBadge: refuse,
  setDot: refuse,
  setItem: refuse,
  setStyle: refuse,
  setVisible: refuse,
};
