/** Closed lists of the school with their Chinese names (inventory rows beside each). */

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
/** S20 三条路线. 银龄说课 is a route; 银龄课堂 is a classroom (S24). */
export const ROUTES = { red_classic: '红色经典', tech: '科技赋能', silver_talk: '银龄说课' } as const;
/** S33 三个一批 */
export const FACULTY_BATCHES = { selected: '选聘', invited: '邀请', assigned: '选派' } as const;
/** S34–S36: where each batch comes from */
export const FACULTY_SOURCES = {
  selected: ['区级宣讲团', '区直部门党务骨干', '业务标兵', '优秀基层党组织书记'],
  invited: ['市委党校教授', '域外县（市、区）优秀党务骨干', '先进模范人物'],
  assigned: ['区内有多年党务工作经验、政治理论基础好的离退休老党员、老干部'],
} as const;
/** S37 */
export const FACULTY_ENGAGEMENTS = { part_time: '兼职教师', special: '特邀教师' } as const;
/** S37: how many the seed has in store; their names are not known */
export const FACULTY_PLACES = { part_time: 16, special: 13 } as const;
/** S38 */
export const TEACHING_STYLES = { down_to_earth: '接地气', plain_words: '会讲群众话' } as const;
/** S58 三新: where an off-peak class comes to */
export const STATION_KINDS = {
  riders: '骑手站点',
  shop: '商户',
  site: '工地',
  company: '企业、园区',
  group: '社会组织',
} as const;
export const DAY_PARTS = { morning: '上午', afternoon: '下午', evening: '晚上' } as const;
/** S13 */
export const VENUE_TIERS = { main: '主阵地', branch: '社区教学点', onsite: '现场教学点' } as const;
/** S18 六有 */
export const SIX_HAVES = {
  organisation: '有组织机构',
  place: '有场地设施',
  faculty: '有师资队伍',
  plan: '有培训计划',
  rules: '有管理制度',
  funding: '有经费保障',
} as const;
/** S19 配套设施标准 */
export const FACILITY_STANDARD = {
  sign: '有醒目标识',
  rules: '有规章制度',
  plan: '有教学计划',
  equipment: '有电教设施',
  archive: '有档案资料',
} as const;
/** What a course is about: leads from a survey to a course, and from a course to what it is of use for. */
export const COURSE_TOPICS = {
  policy: '政策理论',
  rights: '党员的权利和义务',
  vow: '初心和入党志愿',
  safety: '安全常识',
  fraud: '防骗',
  mediation: '劝架调解',
  meeting: '把会开得有用',
  papers: '写材料',
  care: '照应老人',
} as const;
/** S43 知识弱项 */
export const SURVEY_KNOWLEDGE = {
  policy: COURSE_TOPICS.policy,
  rights: COURSE_TOPICS.rights,
  safety: COURSE_TOPICS.safety,
  fraud: COURSE_TOPICS.fraud,
} as const;
/** S43 能力短板 */
export const SURVEY_SKILLS = {
  mediation: COURSE_TOPICS.mediation,
  meeting: COURSE_TOPICS.meeting,
  papers: COURSE_TOPICS.papers,
  care: COURSE_TOPICS.care,
} as const;
/** S43 经验盲区 */
export const SURVEY_EXPERIENCE = {
  case: '真案例',
  observation: '到现场看',
  seminar: '围一桌商量事',
} as const;
/** S43: when somebody has time */
export const FREE_TIMES = {
  evening: '晚上',
  short_break: '活儿不忙的空当',
  at_home: '出不了门，来家里讲',
} as const;
/** S49 结对 */
export const PAIR_DIRECTIONS = { young_helps_old: '青帮老', old_leads_young: '老带青' } as const;
/** S54 “课堂+现场” */
export const SESSION_FORMS = {
  taught_and_carried: '集中授课+流动送学',
  seen_and_done: '现场观摩+特色活动',
  online_and_practised: '云端学习+线下实践',
} as const;
/** S55 讲法 */
export const DELIVERY_STYLES = { model: '示范讲', turns: '轮流讲', sharing: '分享讲' } as const;
/** S56 资源库 */
export const RESOURCE_THEMES = {
  red: '红色文化',
  tradition: '优秀传统文化',
  development: '经济社会发展',
} as const;

export type SixHave = keyof typeof SIX_HAVES;
export type FacilityPoint = keyof typeof FACILITY_STANDARD;
export type Track = keyof typeof TRACKS;
export type Method = keyof typeof METHODS;
export type LearnerGroup = keyof typeof LEARNER_GROUPS;
export type Program = keyof typeof PROGRAMS;
export type ClassroomBrand = keyof typeof CLASSROOM_BRANDS;
export type Route = keyof typeof ROUTES;
export type FacultyBatch = keyof typeof FACULTY_BATCHES;
export type Engagement = keyof typeof FACULTY_ENGAGEMENTS;
export type TeachingStyle = keyof typeof TEACHING_STYLES;
export type StationKind = keyof typeof STATION_KINDS;
export type DayPart = keyof typeof DAY_PARTS;
export type VenueTier = keyof typeof VENUE_TIERS;
export type CourseTopic = keyof typeof COURSE_TOPICS;
export type SurveyKnowledge = keyof typeof SURVEY_KNOWLEDGE;
export type SurveySkill = keyof typeof SURVEY_SKILLS;
export type SurveyExperience = keyof typeof SURVEY_EXPERIENCE;
export type FreeTime = keyof typeof FREE_TIMES;
export type PairDirection = keyof typeof PAIR_DIRECTIONS;
export type SessionForm = keyof typeof SESSION_FORMS;
export type DeliveryStyle = keyof typeof DELIVERY_STYLES;
export type ResourceTheme = keyof typeof RESOURCE_THEMES;

/** The three columns of a home visit (story 13). */
export const VISIT_COLUMNS = { learned: '学了啥', done: '办了啥', missing: '还缺啥' } as const;
