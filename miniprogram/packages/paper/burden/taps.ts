/**
 * How many touches a job takes, counted in journeys by test/e2e/taps.test.ts: it fails when a job costs one more
 * than stands here. About the job, never about who does it.
 */
export interface Job {
  key: string;
  who: string;
  what: string;
  taps: number;
}

export const JOBS: readonly Job[] = [
  { key: 'ask', who: '居民', what: '交上一件事', taps: 3 },
  { key: 'seat', who: '居民', what: '占一座', taps: 1 },
  { key: 'mark', who: '班主任', what: '点一个人到', taps: 1 },
  { key: 'visit', who: '上门的', what: '到家、记一趟上门', taps: 3 },
  { key: 'slip', who: '受理员', what: '录一张心愿单', taps: 2 },
  { key: 'ledger', who: '教务', what: '导出一个月的台账', taps: 1 },
];
