import type { BurdenView } from '../../../contract/burden';
import { monthName } from '../../../lib/time';
import { JOBS } from './taps';

export interface BurdenLook {
  month: string;
  scope: string;
  figures: { key: string; value: number; word: string; how: string }[];
  jobs: { key: string; title: string; value: string }[];
}

export function burdenLook(view: BurdenView): BurdenLook {
  return {
    month: monthName(view.month),
    scope: view.wholeStreet ? '数的是全街的。' : '数的是您社区的；纸和活动数的是全街的。',
    figures: [
      {
        key: 'lines',
        value: view.lines,
        word: '行台账自己填好了',
        how: `这个月的事项、送学、走访、课和活动，一件一行；办事时记下的，月底没人再抄${view.wholeStreet ? '' : '。活动不分社区，数的是全街的'}`,
      },
      {
        key: 'sheets',
        value: view.sheets,
        word: '张表一下导出来了',
        how: '按每回导出的算，一回里有几张表就算几张',
      },
      {
        key: 'slips',
        value: view.slips,
        word: '张纸印出来就填好了',
        how: `上门条、委托单、点名册、送学条这些，谁、哪件事、单号都在上面；同一张重印不重复算${view.wholeStreet ? '' : '。纸不分社区，数的是全街的'}`,
      },
      {
        key: 'lessons',
        value: view.lessons * 2,
        word: '回不用重复填',
        how: '送学上门记一回，走访、学时、台账三处都算，另两处不用再填',
      },
    ],
    jobs: JOBS.map(({ key, who, what, taps }) => ({ key, title: `${who}：${what}`, value: `点 ${taps} 下` })),
  };
}
