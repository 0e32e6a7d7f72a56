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
/** S20 三条路线. 银龄说课 is a route; 银龄课堂 is a classroom (S24). */
export const ROUTES = { red_classic: '红色经典', tech: '科技赋能', silver_talk: '银龄说课' } as const;
/** S33 三个一批 */
export const FACULTY_BATCHES = { selected: '选聘', invited: '邀请', assigned: '选派' } as const;
/** S34–S36: where each batch comes from */
export const FACULTY_SOURCES = {
  selected: ['区级宣讲团', '区直部门党务骨干', '业务标兵', '优秀基层党组织书记'],
  invited: ['市委党校教授', '域外县(市、区)优秀党务骨干', '先进模范人物'],
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
/** 投诉建议 (G7): what it is about; `desk` goes to the auditor at once. */
export const COMPLAINT_SUBJECTS = {
  service: '办事的',
  desk: '社区受理的',
  class: '上课的',
  app: '这个小程序',
  idea: '出个主意',
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
/** What nobody should stand in a queue with (issue 7): urgent lines and the desk's first matter. */
export const DANGER_KINDS = {
  despair: '有人想不开',
  fire: '着火、煤气',
  medical: '急病、摔伤',
  violence: '有人打人',
} as const;
/** S26: posts of the 校务委员会 */
export const POSTS = { principal: '校长', vice_principal: '副校长', member: '委员' } as const;
/** S26: the offices of the street that carry the posts */
export const POST_DUTIES = {
  principal: '街道党(工)委书记兼',
  vice_principal: '街道党(工)委副书记兼',
} as const;
/** S25 */
export const LED_BY = '街道党(工)委';
/** S26 重要事项共同研究 */
export const MATTER_KINDS = {
  annual_plan: '年度计划',
  faculty: '师资聘任',
  award: '表彰',
  takedown: '下架',
} as const;
/** S27–S29 */
export const POLICIES = {
  teaching_affairs: '教务工作制度',
  ideology: '意识形态阵地管理制度',
  learner_code: '学员守则',
} as const;
/** S28: what is read three times before anybody sees it */
export const CONTENT_KINDS = { course: '课程', recorded: '录制课', policy: '制度' } as const;
/** S28: three readings by three people */
export const REVIEW_STAGES = { first: '初审', second: '复审', final: '终审' } as const;
/** S31 计划四大内容 */
export const PLAN_AREAS = {
  spirit: '党性教育',
  affairs: '基础党务',
  ability: '基层干部能力素质提升',
  governance: '党建引领基层治理',
} as const;
/** people.md section 8: everything that also exists on paper. */
export const PAPER_KINDS = {
  poster: '教学点海报',
  timetable: '当月课表',
  wish: '心愿单',
  card: '户卡',
  door_note: '上门条',
  consent: '代办委托单',
  hand_over: '材料交接单',
  receipt: '办结回执',
  roster: '点名册',
  round_table: '圆桌议定单和席签',
  home_lesson: '送学记录条',
  certificate: '志愿服务证明',
  complaint: '意见卡',
} as const;
/** Story 14: the sheets of a month's workbook. */
export const LEDGER_SHEETS = {
  classes: '活动',
  roster: '点名',
  lessons: '送学',
  wishes: '心愿',
  errands: '代办',
  visits: '走访',
  hours: '时长',
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

/** How far a power has come (`contract/role.ts`). */
export const POWER_STATES = {
  proposed: '等另一位管理员点头',
  held: '在岗',
  declined: '没同意',
  lapsed: '过期没人点头',
  revoked: '撤了',
} as const;

/** What the timer looks after, by collection: 运行情况 names it so. */
export const SWEPT = {
  sessions: '课次',
  pairs: '结对',
  homeLessons: '送学上门',
  courses: '课程',
  recordedLessons: '录制课',
  contentDrafts: '审的稿',
  committeeMatters: '校务委员会的事',
  plans: '年度计划',
  policies: '制度',
  stops: '路线站点',
  walks: '约的路线',
  requests: '办事的单子',
  activities: '志愿活动',
  nominations: '推荐',
  persons: '个人资料',
  pairings: '绑家里人的数',
  bonds: '家里人',
  shares: '芝麻分享',
  trips: '走访',
  decisions: '圆桌议定',
  dangers: '危急',
  inbox: '消息',
  numbers: '办成了多少事',
  grants: '岗位',
  grids: '网格',
  notices: '惠民公告',
  complaints: '投诉建议',
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
export type LedgerSheet = keyof typeof LEDGER_SHEETS;
export type PaperKind = keyof typeof PAPER_KINDS;
export type DangerKind = keyof typeof DANGER_KINDS;
export type RatingLevel = keyof typeof RATING_LEVELS;
export type ComplaintSubject = keyof typeof COMPLAINT_SUBJECTS;
export type RectifyCause = keyof typeof RECTIFY_CAUSES;
export type Channel = keyof typeof CHANNELS;
export type Role = keyof typeof ROLES;
export type Post = keyof typeof POSTS;
export type MatterKind = keyof typeof MATTER_KINDS;
export type Policy = keyof typeof POLICIES;
export type ContentKind = keyof typeof CONTENT_KINDS;
export type ReviewStage = keyof typeof REVIEW_STAGES;

export type PlanArea = keyof typeof PLAN_AREAS;
export type PowerState = keyof typeof POWER_STATES;
export type CourseTopic = keyof typeof COURSE_TOPICS;
export type SurveyKnowledge = keyof typeof SURVEY_KNOWLEDGE;
export type SurveySkill = keyof typeof SURVEY_SKILLS;
export type SurveyExperience = keyof typeof SURVEY_EXPERIENCE;
export type FreeTime = keyof typeof FREE_TIMES;
export type PairDirection = keyof typeof PAIR_DIRECTIONS;
export type SessionForm = keyof typeof SESSION_FORMS;
export type DeliveryStyle = keyof typeof DELIVERY_STYLES;
export type ResourceTheme = keyof typeof RESOURCE_THEMES;
export type Swept = keyof typeof SWEPT;
