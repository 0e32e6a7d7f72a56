import type { Door } from './door';

/** 办事: above what the page is for, then at its end. */
export const SERVICE: readonly Door[] = [
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
    link: '/packages/numbers/numbers/numbers',
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
];
