import type { CommitteeView } from '../../../contract/governance';
import type { PolicyLine } from '../../../contract/policy';
import { POLICIES, POSTS } from '../../../contract/words';
import { known, UNKNOWN } from '../../../lib/text';

/** How the school is run, in the seed's own words (S1–S12). Each links to where it can be seen. */
export const DOCTRINE = {
  district: '黑龙江省鸡西市麻山区',
  mission: '打通基层党员教育培训“最后一公里”',
  principle: '党校姓党',
  principleNote: '讲什么、谁来讲，三个人看过才放出去。',
  motto: '学思践悟、知行合一、融会贯通',
  byDoing: '干中学、学中干：把课堂搬到项目攻坚、为民办事现场。',
  touchstone: '为群众解决问题，是学习成效的“试金石”：居民自己说办好了，才算。',
} as const;

export interface Part {
  title: string;
  text: string;
  link: string;
}

/** S4 三个突出, S5 三个一级模块. */
export const FOCUSES: readonly Part[] = [
  { title: '系统谋划', text: '统筹教学阵地和师资', link: '/packages/school/venues/venues' },
  { title: '因地制宜', text: '统筹精品课程', link: '/packages/school/menu/menu' },
  { title: '学以致用', text: '统筹学用转化', link: '/packages/numbers/numbers/numbers' },
];

/** S7 机制 */
export const COOPERATION: readonly Part[] = [
  { title: '资源共享', text: '讲师大家请，写着是谁家的、谁能用', link: '/packages/school/faculty/faculty' },
  { title: '平台共建', text: '教学点各家出，一张网', link: '/packages/school/venues/venues' },
  { title: '服务融合', text: '课上说的事，课后有人办', link: '/packages/service/wall/wall' },
];

/** S12 三个融合 */
export const INTEGRATIONS: readonly Part[] = [
  { title: '融合实践增实效', text: '学完接一件真事办', link: '/packages/school/menu/menu' },
  { title: '融合服务提效能', text: '办成了多少事，只数事', link: '/packages/numbers/numbers/numbers' },
  { title: '融合创优争先锋', text: '身边榜样的故事', link: '/packages/service/awards/awards' },
];

export interface AcademyLook {
  leads: string;
  posts: { key: string; title: string; text: string; name: string }[];
  count: string;
  policies: { policy: string; title: string; text: string; link: string }[];
}

export function academyLook(committee: CommitteeView, policies: readonly PolicyLine[]): AcademyLook {
  return {
    leads: committee.leads,
    posts: committee.posts.map(({ post, duty, name }, index) => ({
      key: `${post}${index}`,
      title: POSTS[post],
      text: duty,
      name: known(name),
    })),
    count: committee.count === 0 ? UNKNOWN : `${committee.count} 位`,
    policies: policies.map(({ policy, edition }) => ({
      policy,
      title: POLICIES[policy],
      text: edition === null ? UNKNOWN : `第 ${edition} 版`,
      link: `/packages/school/policy/policy?policy=${policy}`,
    })),
  };
}
