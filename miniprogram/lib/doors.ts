import type { SchoolModule } from '../contract/modules';
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
  /** Hidden while there is nothing in it (G12). */
  module?: SchoolModule;
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
    icon: 'calendar',
    title: '月历',
    text: '这个月哪天有啥课',
    link: '/packages/school/month/month',
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
  {
    at: 'school',
    icon: 'map-route-planning',
    title: '行走的党课',
    text: '三条路线，约一回，边走边听',
    link: '/packages/school/routes/routes',
    elder: true,
  },

  // ---- 课堂，课表下面
  {
    at: 'school_more',
    icon: 'chat-message',
    title: '课前问需',
    text: '想学啥、啥时候得空，点几下，给您配一套',
    link: '/packages/school/survey/survey',
    elder: true,
  },
  {
    at: 'school_more',
    icon: 'home',
    title: '送学上门',
    text: '出不了门的，结了对的人来家里坐坐',
    link: '/packages/school/home-lesson/home-lesson',
    elder: true,
  },
  {
    at: 'school_more',
    icon: 'education',
    title: '师资',
    text: '谁来讲，从哪来',
    link: '/packages/school/faculty/faculty',
  },
  {
    at: 'school_more',
    icon: 'video',
    title: '录制课',
    text: '啥时候看都行，不记时长',
    link: '/packages/school/recorded/recorded',
    module: 'recorded',
  },

  {
    at: 'school_more',
    icon: 'institution',
    title: '办学',
    text: '为啥办、谁在办、按啥办',
    link: '/packages/school/academy/academy',
  },
  {
    at: 'school_more',
    icon: 'calendar',
    title: '班次',
    text: '夜校、圆桌、领头雁……按期看',
    link: '/packages/school/programs/programs',
  },
  {
    at: 'school_more',
    icon: 'time',
    title: '错峰送课',
    text: '骑手、店家、工地，活儿不忙时把课送来',
    link: '/packages/school/station/station',
  },

  // ---- 办事
  {
    at: 'service',
    icon: 'view-list',
    title: '服务目录',
    text: '七类，看看能办啥、得多久',
    link: '/packages/service/catalogue/catalogue',
    elder: true,
  },
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

  {
    at: 'service',
    icon: 'secured',
    title: '今天谁要来',
    text: '对上敲门码再开门',
    link: '/packages/service/coming/coming',
    elder: true,
  },

  // ---- 办事，最下面
  {
    at: 'service_more',
    icon: 'shop',
    title: '惠民双购',
    text: '惠民公告，代买东西',
    link: '/packages/service/dual-purchase/dual-purchase',
    elder: true,
  },
  {
    at: 'service_more',
    icon: 'flag',
    title: '红芝麻',
    text: '这个牌子是干啥的',
    link: '/packages/service/brand/brand?brand=brand_red_sesame',
  },
  {
    at: 'service_more',
    icon: 'chart-bar',
    title: '办成了多少事',
    text: '只数事，不数人',
    link: '/packages/people/numbers/numbers',
  },
  {
    at: 'service_more',
    icon: 'heart',
    title: '志愿服务',
    text: '搭把手的活动，五支服务队',
    link: '/packages/service/teams/teams',
  },
  {
    at: 'service_more',
    icon: 'user-talk',
    title: '身边榜样',
    text: '推荐一位，看看他们的故事',
    link: '/packages/service/awards/awards',
  },
  {
    at: 'service_more',
    icon: 'home',
    title: '芝麻行动',
    text: '开门、分享、亮相',
    link: '/packages/service/sesame/sesame',
  },
  {
    at: 'service_more',
    icon: 'check-circle',
    title: '双报到',
    text: '在职党员到社区，一分钟',
    link: '/packages/service/dual/dual',
  },

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
    icon: 'link',
    title: '社区那份记录',
    text: '社区念六个数，和手机上的合成一份',
    link: '/packages/people/joining/joining',
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
  {
    at: 'me',
    icon: 'user-safety',
    title: '我的岗位',
    text: '',
    link: '/packages/people/powers/powers',
  },
  {
    at: 'me',
    icon: 'user-1',
    title: '上门名片',
    text: '放不放照片、给不给电话，您说了算',
    link: '/packages/people/portrait/portrait',
    roles: ['member', 'volunteer', 'team_lead', 'grid_worker'],
  },
  {
    at: 'me',
    icon: 'time',
    title: '我的学时',
    text: '',
    link: '/packages/school/hours/hours',
  },

  // ---- 我的 · 工作台
  {
    at: 'desk',
    icon: 'print',
    title: '印纸上的',
    text: '海报、课表、心愿单、意见卡',
    link: '/packages/paper/sheets/sheets',
    roles: ['host', 'grid_worker', 'dispatcher', 'office'],
  },
  {
    at: 'desk',
    icon: 'scan',
    title: '纸上来的',
    text: '扫一下纸上的码，录进来',
    link: '/packages/paper/in/in',
    roles: ['host', 'grid_worker', 'dispatcher', 'office'],
  },
  {
    at: 'desk',
    icon: 'search',
    title: '来电找人',
    text: '有人打进来，照号码找到他',
    link: '/packages/admin/caller/caller',
    roles: ['dispatcher'],
  },
  {
    at: 'desk',
    icon: 'file-excel',
    title: '台账',
    text: '导出一个月的，不用再填',
    link: '/packages/paper/ledger/ledger',
    roles: ['dispatcher', 'office'],
  },
  {
    at: 'desk',
    icon: 'call',
    title: '等您打个电话',
    text: '手机上收不到提醒的老人',
    link: '/packages/office/callbacks/callbacks',
    roles: ['dispatcher'],
  },
  {
    at: 'desk',
    icon: 'chat',
    title: '投诉建议',
    text: '等您回话的，替人记一条',
    link: '/packages/office/complaints/complaints',
    roles: ['dispatcher', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'call',
    title: '回访和复核',
    text: '不满意的打个电话，觉得冤的看一看',
    link: '/packages/office/ratings/ratings',
    roles: ['dispatcher', 'auditor', 'admin'],
  },
  {
    at: 'desk',
    icon: 'check-circle',
    title: '等您点头',
    text: '想按 15 天办的',
    link: '/packages/office/approvals/approvals',
    roles: ['dispatcher', 'committee'],
  },
  {
    at: 'desk',
    icon: 'view-list',
    title: '管目录、贴公告',
    text: '核定、改、撤下',
    link: '/packages/service/catalogue/catalogue',
    roles: ['dispatcher', 'office'],
  },
  {
    at: 'desk',
    icon: 'user-talk',
    title: '讲述人',
    text: '谁要来听、这个月歇歇',
    link: '/packages/school/telling/telling',
    roles: ['storyteller', 'office'],
  },
  {
    at: 'desk',
    icon: 'view-list',
    title: '服务队',
    text: '排活动，认时长',
    link: '/packages/office/team/team',
    roles: ['team_lead', 'office'],
  },
  {
    at: 'desk',
    icon: 'user-talk',
    title: '推荐和评议',
    text: '核实、研究、查异议',
    link: '/packages/office/awards/awards',
    roles: ['dispatcher', 'committee', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'calendar',
    title: '教务台',
    text: '点的课、课表、草稿和审批',
    link: '/packages/academic/desk/desk',
    roles: ['office', 'committee', 'host'],
  },
  {
    at: 'desk',
    icon: 'education',
    title: '讲师',
    text: '要上的课、有空的时候、大伙的谢',
    link: '/packages/school/teaching/teaching',
    roles: ['teacher', 'office'],
  },
  {
    at: 'desk',
    icon: 'usergroup',
    title: '校务委员会',
    text: '要一起定的事，谁签了',
    link: '/packages/academic/matters/matters',
    roles: ['office', 'committee', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'calendar',
    title: '年度计划',
    text: '按月排班次，定了就排课',
    link: '/packages/academic/plan/plan',
    roles: ['office', 'committee', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'share',
    title: '谁家的、谁能用',
    text: '教学点和讲师，各家一起用',
    link: '/packages/academic/share/share',
    roles: ['office'],
  },
  {
    at: 'desk',
    icon: 'folder',
    title: '档案',
    text: '哪个月上了啥、定了啥，自己进档',
    link: '/packages/academic/archive/archive',
    roles: ['office', 'committee', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'task-checked',
    title: '先审后见',
    text: '课、录制课、制度，三个人看过才放出去',
    link: '/packages/academic/content/content',
    roles: ['office', 'committee', 'auditor'],
  },
  {
    at: 'desk',
    icon: 'map-route-planning',
    title: '敲门问需',
    text: '走一趟，问问缺啥，顺路的放一起',
    link: '/packages/grid/plan/plan',
    roles: ['grid_worker', 'member'],
  },
  {
    at: 'desk',
    icon: 'secured',
    title: '今天谁在敲门',
    text: '居民来电话问，对敲门码',
    link: '/packages/office/visits/visits',
    roles: ['dispatcher'],
  },
  {
    at: 'desk',
    icon: 'home',
    title: '扫户卡',
    text: '到了门口扫一下，替他说一句',
    link: '/packages/grid/household/household',
    roles: ['grid_worker', 'dispatcher'],
  },
  {
    at: 'desk',
    icon: 'user-add',
    title: '岗位',
    text: '给岗位、撤岗位，管得多的两个人点头',
    link: '/packages/admin/roles/roles',
    roles: ['admin'],
  },
  {
    at: 'desk',
    icon: 'history',
    title: '岗位的来龙去脉',
    text: '谁给的、谁撤的，一笔不少',
    link: '/packages/admin/trail/trail',
    roles: ['auditor', 'admin'],
  },
  {
    at: 'desk',
    icon: 'map',
    title: '网格',
    text: '谁管哪片、谁替谁的班、有哪些楼',
    link: '/packages/admin/grids/grids',
    roles: ['dispatcher', 'admin'],
  },
  {
    at: 'desk',
    icon: 'system-setting',
    title: '运行情况',
    text: '定时器、提醒、检查，跑得咋样',
    link: '/packages/admin/operations/operations',
    roles: ['admin'],
  },
];

/** The lines that this reader sees there, in the list's order. */
export function doorsOf(
  at: Door['at'],
  elder: boolean,
  roles: readonly Role[] = [],
  empty: readonly SchoolModule[] = [],
): Door[] {
  return DOORS.filter(
    (door) =>
      door.at === at &&
      (door.module === undefined || !empty.includes(door.module)) &&
      (!elder || door.elder === true || door.roles !== undefined) &&
      (door.roles === undefined || door.roles.some((role) => roles.includes(role))),
  );
}
