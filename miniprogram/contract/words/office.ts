/** Closed lists of the office: the committee, what is read before it shows, paper, the timer. */

/** S26: posts of the 校务委员会 */
export const POSTS = { principal: '校长', vice_principal: '副校长', member: '委员' } as const;
/** S26: the offices of the street that carry the posts */
export const POST_DUTIES = {
  principal: '街道党（工）委书记兼',
  vice_principal: '街道党（工）委副书记兼',
} as const;
/** S25 */
export const LED_BY = '街道党（工）委';
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
/** What the timer looks after, by collection: 运行情况 names it so. */
export const SWEPT = {
  sessions: '课次',
  pairs: '结对',
  homeLessons: '送学上门',
  surveys: '课前问需',
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

export type LedgerSheet = keyof typeof LEDGER_SHEETS;
export type PaperKind = keyof typeof PAPER_KINDS;
export type Post = keyof typeof POSTS;
export type MatterKind = keyof typeof MATTER_KINDS;
export type Policy = keyof typeof POLICIES;
export type ContentKind = keyof typeof CONTENT_KINDS;
export type ReviewStage = keyof typeof REVIEW_STAGES;
export type PlanArea = keyof typeof PLAN_AREAS;
export type Swept = keyof typeof SWEPT;

/** What a slip with a code of its own is called by who finds it. */
export const SLIP_KINDS = {
  session: '一节课的点名册',
  request: '办事用的条子',
  home_lesson: '送学记录条',
} as const;
