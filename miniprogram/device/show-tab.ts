import { type Tab, tabsOf } from '../lib/tabs';
import { look } from './look';

/** What is needed of a tab page; see typings/tab-bar.ts. */
interface TabPage {
  getTabBar?(): { setData(data: object): void } | null;
}

/** From a tab page's onShow, and after the size was changed there. Each tab page has its own bar. */
export function showTab(page: TabPage, chosen: Tab): void {
  const { elder } = look();
  page.getTabBar?.()?.setData({ chosen, elder, tabs: tabsOf(chosen, elder) });
}

/** While a sheet is open: the bar would stand in front of its last lines. */
export function coverTabs(page: TabPage, covered: boolean): void {
  page.getTabBar?.()?.setData({ covered });
}
