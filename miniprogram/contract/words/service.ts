/** Closed lists of what is done for and by people, with their Chinese names. */

/** S72 七大类 */
export const SERVICE_CATEGORIES = {
  elder_care: '老年关爱',
  warm_home: '温馨家庭',
  child_care: '儿童托管',
  home_clinic: '上门诊疗',
  housekeeping: '家政保洁',
  wish: '居民“微心愿”',
  errand: '跑腿代办',
} as const;
/** S66, S69, S70: brands. A name of their own: the brand 跑腿代办 is not the category `errand` (S70). */
export const BRANDS = {
  brand_red_sesame: '红芝麻',
  brand_dual_purchase: '惠民双购',
  brand_errand: '跑腿代办',
} as const;
/** S61: a tag that staff put on a request; what it counts is what residents said is solved. */
export const CAMPAIGNS = { real_deeds: '我为群众办实事' } as const;
/** What is special about some categories: a doctor's own work (R51), and somebody else's child. */
export const CATEGORY_CARES = { clinic: '只替您约，看病找医生', child: '监护人来填' } as const;
/** Nothing but an age band is kept of a child (rules.md 4.2). */
export const CHILD_AGES = {
  to3: '3 岁以下',
  to6: '3 到 6 岁',
  to12: '7 到 12 岁',
  more: '13 岁以上',
} as const;
/** The faces of one spine (workflows 10.1) that exist so far. */
export const REQUEST_KINDS = { wish: '微心愿', errand: '跑腿代办', grid: '网格事' } as const;
/** S77 and workflows 2.3 */
export const GRID_TOPICS = {
  dispute: '矛盾纠纷化解',
  hazard: '安全隐患排查',
  order: '维护社区秩序',
  volunteer: '志愿服务',
} as const;
/** S63 四个服务项目 */
export const SERVICE_PROJECTS = {
  science: '科普讲堂',
  sunset: '情暖夕阳',
  home_lesson: '送学上门',
  wish: '微心愿',
} as const;
/** S65 志愿活动类型 */
export const ACTIVITY_KINDS = {
  poverty: '扶贫帮困',
  advice: '法律政策咨询',
  environment: '环境整治',
  comfort: '暖心慰问',
} as const;
/** S75 */
export const AWARD_KINDS = { grid_worker: '优秀网格员', volunteer: '最美志愿者' } as const;
/** S62: what somebody can do, for choosing with a finger. */
export const DUAL_SKILLS = {
  repair: '修修补补',
  hair: '理发',
  care: '看护老人',
  law: '讲法律政策',
  teach: '辅导功课',
  phone: '教用手机',
  carry: '搬东西跑腿',
  talk: '陪着说话',
} as const;
/** S62 空闲时段 */
export const SPARE_TIMES = {
  weekday: '平日白天',
  evening: '平日晚上',
  weekend: '周末',
} as const;
/** S67: 芝麻分享 (skills and things), 芝麻亮相 (promises) */
export const SHARE_KINDS = { skill: '会点啥', thing: '有点啥', promise: '许个诺' } as const;
/** workflows 2.3, in working days: rules.md [R19a] */
export const TIERS = { onspot: '今天', normal: '3 天', hard: '7 天', max: '15 天' } as const;
/** workflows 2.3 退单原因 */
export const BOUNCE_REASONS = {
  not_my_grid: '不在我片',
  not_my_duty: '不是这活',
  duplicate: '重了',
  unclear: '没说清',
} as const;
/** What one finds at a door (S60, S68). */
export const VISIT_OUTCOMES = { met: '见着了', nobody: '家里没人' } as const;
/** workflows 2.4 */
export const RATING_LEVELS = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
} as const;
/** What a call after a bad rating brings to light (workflows 2.4). */
export const RECTIFY_CAUSES = {
  slow: '慢了',
  unclear: '话没说明白',
  manner: '态度不好',
  poor: '活没干利索',
  not_us: '不是咱能定的',
} as const;
/** What whoever helps is told from five rated matters on: a hint, never a figure. */
export const RECTIFY_HINTS = {
  slow: '有街坊觉得慢了：来不及的话，早打个电话说一声',
  unclear: '有街坊没听明白：走之前，把下一步说一遍',
  manner: '有街坊觉得话冲了：急的时候，先歇口气再说',
  poor: '有街坊说活没干利索：走之前，请他看一眼再走',
  not_us: '有街坊等别处的准话：等的时候，隔几天回个信儿',
} as const satisfies Record<keyof typeof RECTIFY_CAUSES, string>;
/** G3: how a matter came in */
export const CHANNELS = {
  self: '自己说的',
  family: '家里人代说',
  neighbour: '街坊代说',
  grid: '网格员代录',
  phone: '电话打来的',
  counter: '窗口来的',
  paper: '纸上来的',
} as const;
/** What nobody should stand in a queue with (issue 7): urgent lines and the desk's first matter. */
export const DANGER_KINDS = {
  despair: '有人想不开',
  fire: '着火、煤气',
  medical: '急病、摔伤',
  violence: '有人打人',
} as const;

export type ServiceCategory = keyof typeof SERVICE_CATEGORIES;
export type Brand = keyof typeof BRANDS;
export type Campaign = keyof typeof CAMPAIGNS;
export type CategoryCare = keyof typeof CATEGORY_CARES;
export type ChildAge = keyof typeof CHILD_AGES;
export type RequestKind = keyof typeof REQUEST_KINDS;
export type GridTopic = keyof typeof GRID_TOPICS;
export type ServiceProject = keyof typeof SERVICE_PROJECTS;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;
export type AwardKind = keyof typeof AWARD_KINDS;
/** S77: the fields of a story are the topics of the grid. */
export type AwardField = GridTopic;
export type DualSkill = keyof typeof DUAL_SKILLS;
export type SpareTime = keyof typeof SPARE_TIMES;
export type ShareKind = keyof typeof SHARE_KINDS;
export type Category = ServiceCategory | GridTopic;
export type Tier = keyof typeof TIERS;
export type VisitOutcome = keyof typeof VISIT_OUTCOMES;
export type BounceReason = keyof typeof BOUNCE_REASONS;
export type DangerKind = keyof typeof DANGER_KINDS;
export type RatingLevel = keyof typeof RATING_LEVELS;
export type RectifyCause = keyof typeof RECTIFY_CAUSES;
export type Channel = keyof typeof CHANNELS;
