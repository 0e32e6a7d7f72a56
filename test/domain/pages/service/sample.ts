import type { RequestView } from '../../../../miniprogram/contract/service';

/** Thursday, 29 October 2026, 14:20 in Shanghai. */
export const NOW = Date.UTC(2026, 9, 29, 6, 20);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A matter on its way; each test says what is different. */
export function request(more: Partial<RequestView> = {}): RequestView {
  return {
    id: 'r1',
    no: '1029-AB12',
    kind: 'errand',
    title: '换厨房灯',
    stage: 'under_way',
    word: '正在办',
    tone: 'pine',
    sentence: '灯泡买好了，下午就上门',
    at: NOW - HOUR,
    forWhom: '',
    sample: true,
    item: null,
    campaign: null,
    child: null,
    shopping: null,
    receipt: null,
    rectify: null,
    state: 'processing',
    version: 3,
    text: '厨房灯坏了两天',
    publicText: '',
    audio: null,
    category: 'errand',
    channel: 'self',
    lines: {
      who: { name: '李**', role: '网格员', sample: true },
      where: '灯泡买好了，下午就上门',
      when: NOW + HOUR,
      whenText: '今天下午 3 点前后',
      call: { label: '建国社区座机', phone: null },
      visitor: null,
    },
    history: [
      { at: NOW - HOUR, text: '灯泡买好了，下午就上门', who: '李**', occurredAt: null },
      { at: NOW - DAY, text: '您交上来了', who: '您', occurredAt: null },
    ],
    rating: null,
    next: [],
    companions: [],
    question: '',
    knock: null,
    work: null,
    ...more,
  };
}
