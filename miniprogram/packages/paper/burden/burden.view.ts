import type { BurdenView } from '../../../contract/burden';
import { monthName } from '../../../lib/time';
import { JOBS } from './taps';

export interface BurdenLook {
  month: string;
  figures: { key: string; value: number; word: string; how: string }[];
  jobs: { key: string; title: string; value: string }[];
}

export function burdenLook(view: BurdenView): BurdenLook {
  return {
    month: monthName(view.month),
    figures: [
      { key: 'lines', value: view.lines, word: '行台账自己填好了', how: '办事时记下的，月底没人再抄' },
      { key: 'sheets', value: view.sheets, word: '张表一下导出来了', how: '点一下就有，不用做表' },
      { key: 'slips', value: view.slips, word: '张纸印出来就填好了', how: '谁、哪件事、单号都在上面' },
      { key: 'lessons', value: view.lessons * 2, word: '回不用重复填', how: '送学上门记一回，三处都算' },
    ],
    jobs: JOBS.map(({ key, who, what, taps }) => ({ key, title: `${who}：${what}`, value: `点 ${taps} 下` })),
  };
}
