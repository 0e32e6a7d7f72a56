import type { RequestCommand, Stage } from '../contract/request-states';
import type { CheckInWay, CountedBy, SessionState } from '../contract/school';

export type Tone = 'plain' | 'red' | 'pine' | 'millet' | 'frost' | 'rust';

interface Label {
  word: string;
  tone: Tone;
}

/** What residents see of a matter, as a word beside its title. */
export const STAGES: Record<Stage, Label> = {
  received: { word: '收到了', tone: 'frost' },
  under_way: { word: '有人在办', tone: 'frost' },
  your_word: { word: '等您一句话', tone: 'millet' },
  done: { word: '办好了', tone: 'pine' },
  ended: { word: '到这儿了', tone: 'plain' },
};

export const SESSION_STATES: Record<SessionState, Label> = {
  draft: { word: '还在备', tone: 'plain' },
  in_review: { word: '在审', tone: 'plain' },
  approved: { word: '定下了', tone: 'plain' },
  published: { word: '还没开始报名', tone: 'plain' },
  postponed: { word: '改日子了', tone: 'millet' },
  open: { word: '能报名', tone: 'pine' },
  running: { word: '正在上', tone: 'red' },
  ended: { word: '上完了', tone: 'plain' },
  archived: { word: '上完了', tone: 'plain' },
  cancelled: { word: '不上了', tone: 'rust' },
};

export const CHECK_IN_WAYS: Record<CheckInWay, string> = {
  poster: '扫的门口的码',
  rotating: '扫的屏幕上的码',
  roster: '班主任点的',
  digits: '报的黑板上的数',
  paper: '课后补上的',
};

const COUNTED_BY: Record<CountedBy, string> = {
  host: '班主任替您点的',
  desk: '教务那边替您点的',
  door: '门口帮忙的人替您点的',
  family: '跟您用一部手机的家里人替您点的',
};

/** Who counted somebody that did not do it on their own phone, and what to do if it is wrong; '' otherwise. */
export function countedWords(how: CheckInWay, by: CountedBy | undefined): string {
  if (by === undefined) return '';
  return `${how === 'paper' ? '课后照纸上补的，' : ''}${COUNTED_BY[by]}。没来的话，跟班主任说一声就收回。`;
}

/** The word on the button of each command; pages draw those that the reply's `next` names. */
export const REQUEST_COMMANDS: Record<RequestCommand, string> = {
  answer: '回一句',
  withdraw: '不办了',
  confirm: '办好了',
  reopen: '没解决',
  rate: '说句实话',
  publish: '上心愿墙',
  dispatch: '派下去',
  ask: '问一句',
  decline: '办不了',
  refer: '转走',
  convert: '换一类',
  merge: '并到一起',
  pass: '核过了',
  send_back: '退回去重办',
  claim: '我来办',
  team_up: '我也搭把手',
  step_out: '我来不了了',
  contact: '联系上了',
  accept: '接了',
  bounce: '退回，说明缘由',
  entrust: '收下委托',
  take_papers: '材料收齐了',
  start: '动手办了',
  progress: '说一句进展',
  hold: '先等等',
  resume: '接着办',
  whistle: '吹哨叫部门',
  join: '部门到了',
  complete: '办完了',
  hand_back: '送回去了',
  deliver: '送到了，请他确认',
  release: '我办不了，还回去',
  terminate: '办不下去了',
  pend: '放一放，到日子再看',
  close: '收尾',
  extend: '延几天',
  approve: '同意按 15 天办',
};
