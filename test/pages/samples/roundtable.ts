import type { DecisionView, RoundtableView } from '../../../miniprogram/contract/roundtable';
import type { Answers } from '../fake-gateway';
import { at } from './clock';

const owner = { name: '王**', role: '街坊', sample: true };

const decision = (id: string, text: string, due: number, more: Partial<DecisionView>): DecisionView => ({
  id,
  text,
  owner,
  due,
  kind: 'grid',
  state: 'agreed',
  done: false,
  word: '正在办',
  why: '',
  requestId: null,
  own: false,
  next: [],
  ...more,
});

const roundtable = (now: number): RoundtableView => ({
  sessionId: 's-table',
  echoes: [
    decision('d-1', '楼门口的灯修好', at(now, -3, 23), { done: true, word: '居民说办好了' }),
    decision('d-2', '院里装长椅', at(now, -1, 23), { why: '等天暖了才能浇地基' }),
  ],
  decisions: [
    decision('d-3', '楼道的旧家具清走', at(now, 7, 23), {
      state: 'asked',
      word: '',
      next: ['answer', 'withdraw'],
    }),
    decision('d-4', '车棚加两个充电口', at(now, 14, 23), { word: '有人接了' }),
  ],
  owners: [
    { seat: 'seat-1', name: '王**' },
    { seat: 'seat-2', name: '赵**' },
    { seat: 'host', name: '样例班主任（班主任）' },
  ],
  topics: ['楼道的旧家具', '电动车停哪儿'],
  records: true,
});

export function roundtableAnswers(now: number): Answers {
  const answer = () => roundtable(now);
  return {
    'roundtable.get': answer,
    'decision.record': answer,
    'decision.answer': answer,
    'decision.explain': answer,
    'decision.withdraw': answer,
  };
}
