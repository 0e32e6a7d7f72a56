/** Closed lists about people: what they may do, what they find fault with. */

/** 投诉建议 (G7): what it is about; `desk` goes to the auditor at once. */
export const COMPLAINT_SUBJECTS = {
  service: '办事的',
  desk: '社区受理的',
  class: '上课的',
  app: '这个小程序',
  idea: '出个主意',
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
/** What a person may take back by itself, without ending everything (`contract/my-data.ts`). */
export const CONSENTS = {
  contact: '电话和住处',
  messages: '微信里的提醒',
  elder: '长者或腿脚不便',
  health: '说过的病情、用药',
  child: '孩子的小名、接送口令',
  portrait: '上门名片',
} as const;
/** Subscription templates by what WeChat may send, in the person's words; ids come from configuration. */
export const TEMPLATES = {
  progress: '我的事有进展了',
  class: '课前提醒',
  visit: '有人要上门',
} as const;

export type ComplaintSubject = keyof typeof COMPLAINT_SUBJECTS;
export type Role = keyof typeof ROLES;
export type PowerState = keyof typeof POWER_STATES;
