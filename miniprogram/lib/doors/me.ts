import type { Door } from './door';

/** 我的. */
export const ME: readonly Door[] = [
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
    text: '社区念六个数，两份合成一份',
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
];
