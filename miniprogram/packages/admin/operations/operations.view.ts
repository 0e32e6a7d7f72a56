import type { OperationsView } from '../../../contract/operations';
import { SWEPT } from '../../../contract/words';
import { dayTime, waited } from '../../../lib/time';

/** One thing that either runs or wants a look, with what to do then. */
export interface Check {
  key: 'timer' | 'late' | 'failed' | 'messages' | 'unchecked';
  title: string;
  /** How it stands. */
  text: string;
  fine: boolean;
  /** What to do, '' while it is fine. */
  todo: string;
}

/** Whether everything is well, and each check; those that want a look stand first. */
export function operationsLook(view: OperationsView, now: number): { fine: boolean; checks: Check[] } {
  const checks = [timer(view, now), late(view), failed(view), messages(view), unchecked(view)];
  return {
    fine: checks.every(({ fine }) => fine),
    checks: [...checks.filter(({ fine }) => !fine), ...checks.filter(({ fine }) => fine)],
  };
}

function timer({ tickAt, stopped }: OperationsView, now: number): Check {
  const when = tickAt === null ? '还没跑过' : `上回 ${dayTime(tickAt, now)}`;
  return {
    key: 'timer',
    title: '定时器',
    text: stopped && tickAt !== null ? `${when}，${waited(tickAt, now)}没跑了` : when,
    fine: !stopped,
    todo: stopped ? '到云开发控制台看云函数 sweep：触发器在不在，日志里最后一行是啥' : '',
  };
}

function late(view: OperationsView): Check {
  const fine = view.late.length === 0;
  return {
    key: 'late',
    title: '到点该办的',
    text: fine ? '都按时办了' : `晚了五分钟以上：${named(view.late)}`,
    fine,
    todo: fine
      ? ''
      : '过几分钟再看。还在，就到云开发控制台看云函数 sweep 的日志，搜 effect failed，那儿写着是哪一类',
  };
}

function failed(view: OperationsView): Check {
  const fine = view.failed.length === 0;
  return {
    key: 'failed',
    title: '叫不醒的单子',
    text: fine ? '没有' : named(view.failed),
    fine,
    todo: fine ? '' : '到云开发控制台看云函数 sweep 的日志，搜 not woken，把那一行发给管程序的人',
  };
}

function messages({ messages: { lost, refused } }: OperationsView): Check {
  return {
    key: 'messages',
    title: '这一天的微信提醒',
    text: lost + refused === 0 ? '都送到了' : `没回音 ${lost} 条，微信没让发 ${refused} 条`,
    fine: lost === 0,
    todo:
      lost === 0 ? '' : '消息页里都有，不会丢；要紧的，受理台会打电话。老这样，就看微信公众平台有没有通知',
  };
}

function unchecked({ unchecked: count }: OperationsView): Check {
  return {
    key: 'unchecked',
    title: '等人看的话',
    text: count === 0 ? '没有' : `${count} 件，内容检查没给准话，受理员看过才贴墙`,
    fine: true,
    todo: '',
  };
}

function named(counts: OperationsView['late']): string {
  return counts.map(({ what, count }) => `${SWEPT[what]}\u00a0${count}`).join('、');
}
