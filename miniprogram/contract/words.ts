/** Closed lists of the seed with their Chinese names (inventory rows beside each). */

/** S40 三位一体课程体系 */
export const TRACKS = { theory: '理论政策', spirit: '党性锻炼', practice: '实践能力' } as const;
/** S41 五种教学方式 */
export const METHODS = {
  lecture: '讲授式',
  seminar: '研讨式',
  interactive: '互动式',
  observation: '观摩式',
  case: '案例式',
} as const;
/** S42, S58 学员群体 */
export const LEARNER_GROUPS = {
  office: '机关',
  community: '社区',
  three_new: '新兴领域',
  secretaries: '党组织书记·党务工作者',
  frail: '年老体弱·行动不便',
} as const;
/** S45–S53 */
export const PROGRAMS = {
  office_upskill: '素质提升班',
  lead_goose: '领头雁',
  party_affairs_camp: '党务工作集训营',
  home_lesson: '送学上门',
  recorded: '线上录制课',
  night_school: '党员夜校',
  roundtable_37c: '37℃圆桌课堂',
  off_peak_tour: '错峰送课团',
} as const;
/** S57 三课堂 */
export const CLASSROOM_BRANDS = { people: '百姓课堂', heart: '初心课堂', silver: '银龄课堂' } as const;
/** S33 三个一批 */
export const FACULTY_BATCHES = { selected: '选聘', invited: '邀请', assigned: '选派' } as const;
/** S13 */
export const VENUE_TIERS = { main: '主阵地', branch: '社区教学点', onsite: '现场教学点' } as const;
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
/** The faces of one spine (workflows 10.1) that exist so far. */
export const REQUEST_KINDS = { wish: '微心愿', errand: '跑腿代办', grid: '网格事' } as const;
/** S77 and workflows 2.3 */
export const GRID_TOPICS = {
  dispute: '矛盾纠纷化解',
  hazard: '安全隐患排查',
  order: '维护社区秩序',
  volunteer: '志愿服务',
} as const;
/** workflows 2.3, in working days: rules.md [R19a] */
export const TIERS = { onspot: '今天', normal: '3 天', hard: '7 天', max: '15 天' } as const;
/** workflows 2.3 退单原因 */
export const BOUNCE_REASONS = {
  not_my_grid: '不在我片',
  not_my_duty: '不是这活',
  duplicate: '重了',
  unclear: '没说清',
} as const;
/** workflows 2.4 */
export const RATING_LEVELS = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
} as const;
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
/** inventory 1.8 */
export const ROLES = {
  member: '党员',
  volunteer: '志愿者',
  team_lead: '队长',
  teacher: '讲师',
  storyteller: '银龄讲述人',
  host: '班主任',
  grid_worker: '网格员',
  dispatcher: '社区受理员',
  liaison: '部门联络员',
  office: '教务',
  committee: '校务委员',
  auditor: '监督',
  admin: '系统管理员',
} as const;

export type Track = keyof typeof TRACKS;
export type Method = keyof typeof METHODS;
export type LearnerGroup = keyof typeof LEARNER_GROUPS;
export type Program = keyof typeof PROGRAMS;
export type ClassroomBrand = keyof typeof CLASSROOM_BRANDS;
export type FacultyBatch = keyof typeof FACULTY_BATCHES;
export type VenueTier = keyof typeof VENUE_TIERS;
export type ServiceCategory = keyof typeof SERVICE_CATEGORIES;
export type RequestKind = keyof typeof REQUEST_KINDS;
export type GridTopic = keyof typeof GRID_TOPICS;
export type Category = ServiceCategory | GridTopic;
export type Tier = keyof typeof TIERS;
export type BounceReason = keyof typeof BOUNCE_REASONS;
export type DangerKind = keyof typeof DANGER_KINDS;
export type RatingLevel = keyof typeof RATING_LEVELS;
export type Channel = keyof typeof CHANNELS;
export type Role = keyof typeof ROLES;
