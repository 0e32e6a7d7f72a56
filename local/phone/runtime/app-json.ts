/** app.json, as far as the phone reads it. */
export interface AppJson {
  pages: string[];
  window?: Record<string, unknown>;
  tabBar?: TabBar;
  subpackages?: { root: string; name?: string; pages: string[] }[];
  [key: string]: unknown;
}

export interface TabBar {
  custom?: boolean;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
}
