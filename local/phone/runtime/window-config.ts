import type { AppJson } from './app-json';

/** What app.json's `window`, overridden by the page's own JSON, says about one page. */
export interface WindowConfig {
  title: string;
  navigationBackground: string;
  navigationText: 'black' | 'white';
  custom: boolean;
  background: string;
  backgroundText: 'dark' | 'light';
  pullDown: boolean;
  /** Px from the bottom. */
  reachBottom: number;
  scrolls: boolean;
}

export function readWindowConfig(
  appJson: AppJson,
  page: Record<string, unknown>,
  theme: Record<string, unknown>,
): WindowConfig {
  const merged: Record<string, unknown> = { ...appJson.window, ...page };
  const value = (name: string): unknown => themed(merged[name], theme);
  const text = (name: string, otherwise: string): string => {
    const found = value(name);
    return typeof found === 'string' && found !== '' ? found : otherwise;
  };
  const distance = value('onReachBottomDistance');
  return {
    title: text('navigationBarTitleText', ''),
    navigationBackground: text('navigationBarBackgroundColor', '#000000'),
    navigationText: text('navigationBarTextStyle', 'white') === 'black' ? 'black' : 'white',
    custom: text('navigationStyle', 'default') === 'custom',
    background: text('backgroundColor', '#ffffff'),
    backgroundText: text('backgroundTextStyle', 'dark') === 'light' ? 'light' : 'dark',
    pullDown: value('enablePullDownRefresh') === true,
    reachBottom: typeof distance === 'number' ? distance : 50,
    scrolls: value('disableScroll') !== true,
  };
}

/** `@name` is a variable of theme.json. */
export function themed(value: unknown, theme: Record<string, unknown>): unknown {
  return typeof value === 'string' && value.startsWith('@') ? theme[value.slice(1)] : value;
}
