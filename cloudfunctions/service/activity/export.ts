import type { HoursLine, HoursState } from '@contract/activity';
import { dayOf } from '../../core/calendar';
import { csvOf } from '../../core/csv';

/** How hours stand, as a ledger says it. */
export const HOURS_STATES: Readonly<Record<HoursState, string>> = {
  draft: '待本人核对',
  confirmed: '待组织方认定',
  asked: '待更正',
  certified: '已认定',
  absent: '未参加',
};

/** One's own record for one's own use (workflows 2.7). */
export function asCsv(lines: readonly HoursLine[]): string {
  const head = ['日期', '活动', '服务队', '分钟', '状态', '编号'];
  const rows = lines.map((line) => [
    dayOf(line.startsAt),
    line.sample ? `${line.title}（样例）` : line.title,
    line.team.name ?? '待填写',
    String(line.hours.minutes),
    HOURS_STATES[line.hours.state],
    line.hours.no,
  ]);
  return csvOf([head, ...rows]);
}
