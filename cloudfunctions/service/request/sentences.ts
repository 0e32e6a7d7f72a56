import { BOUNCE_REASONS } from '@contract/words';
import { sayDay } from '../../core/calendar';
import type { AnyCommand, ServiceRequest } from './model';
import type { Inputs, RequestStep } from './step';

/**
 * What the timeline says of each command, in the words of a neighbour (workflows 10.5). A command
 * without a sentence does not compile.
 */
type Sentences = {
  readonly [Command in AnyCommand]: (
    request: ServiceRequest,
    input: Inputs[Command],
    step: RequestStep,
  ) => string;
};

const noted = (start: string, note: string) => (note === '' ? start : `${start}：${note}`);

export const SENTENCES: Sentences = {
  answer: (_, { text }) => `您补了一句：${text}`,
  withdraw: () => '您撤回了，不用说理由',
  confirm: (_, { words }) => noted('您说办好了', words),
  reopen: (_, { words, changePerson }) =>
    noted(changePerson ? '您说还没办好，想换个人' : '您说还没办好', words),
  rate: () => '您说了说办得咋样',
  publish: () => '社区核对过了，贴上心愿墙找人办，不写您的姓名住处',
  dispatch: (_, __, step) => `社区派给${step.helper?.line.role ?? '帮手'}${step.helper?.line.name ?? ''}来办`,
  ask: (_, { text }) => `社区想问一句：${text}`,
  decline: (_, { reason, whereTo }) =>
    `这事我们街道办不了，因为${reason}。该找的是${whereTo}，要不要我们陪您去？`,
  refer: (_, { reason, whereTo, phone }) =>
    `这事该找${whereTo}，因为${reason}${phone === '' ? '' : `。电话 ${phone}`}。要不要我们陪您去？`,
  convert: () => '社区换了个办法接着办，您不用再说一遍',
  merge: () => '跟另一件是同一回事，并到一起办',
  pass: (_, { note }) => noted('社区核对过了，请您看看办好没有', note),
  send_back: (_, { note }) => noted('社区看了还差一点，接着办', note),
  claim: (request, { promisedFor }, step) =>
    `${step.who.name}接下了，${sayDay(promisedFor, step.now)}前来办${request.group ? '，还叫了人一起' : ''}`,
  team_up: (_, __, step) => `${step.who.name}也来搭把手`,
  step_out: (_, __, step) => `${step.who.name}这回来不了了`,
  contact: (_, { note }) => noted('跟您联系上了', note),
  accept: (_, __, step) => `${step.who.name}接下了`,
  bounce: (_, { reason, note }) => noted(`这件退回社区另派（${BOUNCE_REASONS[reason]}），不怪您`, note),
  entrust: (_, { how }) =>
    ({ paper: '您签了委托单', spoken: '您说了，托他去办', button: '您点了，托他去办' })[how],
  take_papers: (_, { papers }) => `收下材料：${papers.join('、')}。办完原样还您`,
  start: (_, { note }) => noted('开始办了', note),
  progress: (_, { note }) => note,
  hold: (_, { reason, until }, step) => `先等一等：${reason}。${sayDay(until, step.now)}再给您信儿`,
  resume: (_, { note }) => noted('接着办了', note),
  whistle: (request, { note }) => noted(`请${request.department?.name ?? '部门'}一起来办`, note),
  join: (request, { note }) => noted(`${request.department?.name ?? '部门'}来人了`, note),
  complete: (_, { note }) => noted('办完了', note),
  hand_back: ({ papers }, { note }) =>
    noted(papers.length === 0 ? '结果送还您了' : `结果和材料都送还您了：${papers.join('、')}`, note),
  deliver: (_, { note }) => noted('送到了，请您看看', note),
  release: (request, { reason }, step) =>
    request.helper === null
      ? noted('来不了了，心愿放回墙上，社区接着找人', reason)
      : noted(`${step.who.name}来不了了，${request.helper.line.name}接着领头办`, reason),
  terminate: (_, { reason }) => noted('先停下了，材料退还您', reason),
  pend: (_, { reason, reviewAt }, step) => `一时办不成：${reason}。${sayDay(reviewAt, step.now)}再看`,
  close: (_, { reason }) => `办到这儿了：${reason}`,
  extend: (_, { reason, until }, step) =>
    `得晚几天，给您赔个不是：${reason}。${sayDay(until, step.now)}前办好`,
  approve: () => '这件难办，另一位看过了，最多 15 个工作日',
  unanswered: () => '没等到您回话，社区打电话问问您',
  fall_back: () => '15 天没人接，社区来办。心愿不会没下文',
  return: () => '7 天没对接上，心愿放回墙上，先给您找人',
  unconfirmed: () => '没等到您回话，先收起来。还没办好，打电话接着办',
  file: () => '这件办完了',
  helper_gone(request) {
    if (request.helper !== null) return `领头的换岗了，${request.helper.line.name}接着领头办，您不用再说一遍`;
    if (request.state === 'terminated') return '原先来办的人换岗了。要接着办，社区另找人，您不用再说一遍';
    return '原先来办的人换岗了，社区另找人接着办，您不用再说一遍';
  },
};
