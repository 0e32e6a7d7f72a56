import { division, setUnits } from './frame';
import { HOME_INDICATOR, NAVIGATION_BAR, STATUS_BAR, TAB_BAR } from './metrics';
import { createNavigationBar, type NavigationBar } from './navigation-bar';
import type { WindowConfig } from './window-config';

/** The DOM of one page: navigation bar, the page's window with what scrolls in it, room for a tab bar. */
export interface PageView {
  readonly view: HTMLElement;
  readonly web: HTMLElement;
  readonly scroller: HTMLElement;
  readonly navigation: NavigationBar;
  /** Lays the page out for a frame of this size, in px. */
  layout(frame: { width: number; height: number }): void;
  /** Whether the native tab bar takes room below the page. */
  setTabBar(shown: boolean): void;
}

export function createPageView(
  path: string,
  config: WindowConfig,
  onLeft: (kind: 'back' | 'home') => void,
): PageView {
  const view = division('phone-view');
  view.dataset.path = path;
  const navigation = createNavigationBar(config, onLeft);
  const web = division('phone-web');
  const scroller = division('phone-scroller');
  if (!config.scrolls) scroller.style.overflowY = 'hidden';
  web.append(scroller);
  web.style.backgroundColor = config.background;
  view.append(navigation.element, web);
  let tabBar = false;
  let frame = { width: 0, height: 0 };
  const top = config.custom ? 0 : STATUS_BAR + NAVIGATION_BAR;

  const layout = (): void => {
    const bottom = tabBar ? TAB_BAR + HOME_INDICATOR : 0;
    const height = frame.height - top - bottom;
    web.style.top = `${top}px`;
    web.style.bottom = `${bottom}px`;
    // On the whole view: a custom tab bar stands beside the page's window.
    setUnits(view, frame.width, height);
    // Above a navigation bar and below a tab bar nothing of the page is unsafe.
    view.style.setProperty('--phone-safe-top', `${config.custom ? STATUS_BAR : 0}px`);
    view.style.setProperty('--phone-safe-bottom', `${tabBar ? 0 : HOME_INDICATOR}px`);
    view.style.setProperty('--phone-safe-left', '0px');
    view.style.setProperty('--phone-safe-right', '0px');
  };
  return {
    view,
    web,
    scroller,
    navigation,
    layout(size) {
      frame = { ...size };
      layout();
    },
    setTabBar(shown) {
      tabBar = shown;
      layout();
    },
  };
}
