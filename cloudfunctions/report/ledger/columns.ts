import type { LedgerSheet } from '@contract/words';

export interface Column {
  key: string;
  title: string;
}

const columns = (...pairs: readonly (readonly [key: string, title: string])[]): readonly Column[] =>
  pairs.map(([key, title]) => ({ key, title }));

/** Everything that a sheet can say; `settings.ledgerColumns` chooses, orders and renames. */
export const COLUMNS: Readonly<Record<LedgerSheet, readonly Column[]>> = {
  classes: columns(
    ['day', '日期'],
    ['from', '开始'],
    ['until', '结束'],
    ['kind', '类别'],
    ['title', '名称'],
    ['place', '地点'],
    ['community', '社区'],
    ['host', '组织'],
    ['places', '名额'],
    ['signed', '报名人次'],
    ['came', '到场人次'],
    ['state', '情况'],
    ['sample', '样例'],
  ),
  roster: columns(
    ['day', '日期'],
    ['title', '课'],
    ['place', '地点'],
    ['name', '姓名'],
    ['came', '到场'],
    ['time', '几点'],
    ['how', '怎么登的'],
    ['reason', '补录说明'],
    ['sample', '样例'],
  ),
  lessons: columns(
    ['day', '日期'],
    ['direction', '结对'],
    ['elder', '上谁家'],
    ['visitor', '谁去的'],
    ['community', '社区'],
    ['hours', '学时'],
    ['how', '怎么记的'],
    ['confirmed', '本人确认'],
    ['request', '带回一件事'],
    ['sample', '样例'],
  ),
  wishes: matterColumns(),
  errands: matterColumns(),
  visits: columns(
    ['day', '日期'],
    ['community', '社区'],
    ['who', '谁去的'],
    ['what', '为啥去'],
    ['outcome', '结果'],
    ['request', '带回一件事'],
    ['sample', '样例'],
  ),
  hours: columns(
    ['day', '日期'],
    ['team', '服务队'],
    ['kind', '类别'],
    ['title', '活动'],
    ['name', '志愿者'],
    ['minutes', '分钟'],
    ['state', '情况'],
    ['certified', '认定日期'],
    ['sample', '样例'],
  ),
};

function matterColumns(): readonly Column[] {
  return columns(
    ['no', '编号'],
    ['day', '日期'],
    ['kind', '哪种'],
    ['title', '事项'],
    ['category', '类别'],
    ['channel', '怎么来的'],
    ['community', '社区'],
    ['person', '给谁办'],
    ['helper', '谁办'],
    ['state', '情况'],
    ['word', '本人说'],
    ['level', '评价'],
    ['sample', '样例'],
  );
}
