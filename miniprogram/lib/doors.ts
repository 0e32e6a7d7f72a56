import type { Role } from '../contract/words';

/**
 * Ways into everything that has no card of its own: one line of a tab page each. A new page is
 * entered here and nowhere else.
 */
export interface Door {
  /**
   * Which tab page shows it: above what the page is for, or (`more`) below it. `desk` are the workplaces
   * on 我的, for those who hold one of `roles`.
   */
  at: 'school' | 'school_more' | 'service' | 'service_more' | 'me' | 'desk';
  icon: string;
  title: string;
  /** Second line, '' for none. */
  text: string;
  link: string;
  /** Who sees it; everybody without. */
  roles?: readonly Role[];
  /** Also in 大字版, where a page shows few things. */
  elder?: boolean;
}

export const DOORS: readonly Door[] = [
  // ---- 课堂
  {
    at: 'school',
    icon: 'bookmark',
    title: '我的课',
    text: '',
    link: '/packages/school/mine/mine',
    elder: true,
  },
  {
    at: 'school',
    icon: 'location',
    title: '教学点',
    text: '',
    link: '/packages/school/venues/venues',
    elder: true,
  },

  // ---- 课堂，课表下面

  // ---- 办事
  {
    at: 'service',
    icon: 'heart',
    title: '微心愿墙',
    text: '看看谁家有个小心愿，能办的搭把手',
    link: '/packages/service/wall/wall',
  },
  {
    at: 'service',
    icon: 'cooperate',
    title: '我在帮的',
    text: '',
    link: '/packages/service/helping/helping',
  },

  // ---- 办事，最下面

  // ---- 我的
  {
    at: 'me',
    icon: 'usergroup',
    title: '家里人',
    text: '',
    link: '/packages/people/family/family',
    elder: true,
  },

  {
    at: 'me',
    icon: 'secured',
    title: '我的数据',
    text: '',
    link: '/packages/people/my-data/my-data',
    elder: true,
  },

  // ---- 我的 · 工作台
  {
    at: 'desk',
    icon: 'home',
    title: '扫户卡',
    text: '到了门口扫一下，替他说一句',
    link: '/packages/grid/household/household',
    roles: ['grid_worker', 'dispatcher'],
  },
];

/** The lines that this reader sees there, in the list's order. */
export function doorsOf(at: Door['at'], elder: boolean, roles: readonly Role[] = []): Door[] {
  return DOORS.filter(
    (door) =>
      door.at === at &&
      (!elder || door.elder === true || door.roles !== undefined) &&
      (door.roles === undefined || door.roles.some((role) => roles.includes(role))),
  );
}
