/** The four tab pages. In 大字版 three are shown: 首页 · 我的事 · 我的 (visual.md section 9). */
export const TABS = {
  home: { url: '/pages/home/home', icon: 'home', filled: 'home-filled', word: '首页', elderWord: '首页' },
  school: {
    url: '/pages/school/school',
    icon: 'book-open',
    filled: 'book-open-filled',
    word: '课堂',
    elderWord: '',
  },
  service: {
    url: '/pages/service/service',
    icon: 'assignment',
    filled: 'assignment-filled',
    word: '办事',
    elderWord: '我的事',
  },
  me: { url: '/pages/me/me', icon: 'user', filled: 'user-filled', word: '我的', elderWord: '我的' },
} as const;
export type Tab = keyof typeof TABS;

export interface TabLook {
  value: Tab;
  url: string;
  icon: string;
  word: string;
}

/** What the bar shows; `chosen` has its filled icon. */
export function tabsOf(chosen: Tab, elder: boolean): TabLook[] {
  return (Object.keys(TABS) as Tab[]).flatMap((value) => {
    const { url, icon, filled, word, elderWord } = TABS[value];
    const shown = elder ? elderWord : word;
    return shown === '' ? [] : [{ value, url, icon: value === chosen ? filled : icon, word: shown }];
  });
}
