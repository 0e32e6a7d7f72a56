import { look } from './look';
import { type Tab, tabsOf } from './tabs';

interface TabPage {
  getTabBar(): { setData(data: object): void };
}

/** From a tab page's onShow, and after the size was changed there. Each tab page has its own bar. */
export function showTab(page: object, chosen: Tab): void {
  const { elder } = look();
  // Every page has getTabBar where app.json says "custom"; WeChat's typings give it to components only.
  (page as TabPage).getTabBar().setData({ chosen, elder, tabs: tabsOf(chosen, elder) });
}
