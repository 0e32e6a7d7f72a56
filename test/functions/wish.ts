import type { SubmitInput } from '@contract/submit';

/** An elder's wish with everything that must not leak. */
export const wish: SubmitInput = {
  kind: 'wish',
  text: '想剪头发，下不了楼',
  audio: null,
  category: null,
  beneficiary: { who: 'self' },
  communityId: 'jianguo',
  phone: '13912345678',
  building: '样例楼 1 栋',
  door: '三单元 402',
  when: '下午都在',
  occurredAt: null,
};
