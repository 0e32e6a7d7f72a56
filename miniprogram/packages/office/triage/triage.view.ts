import type { DangerCard } from '../../../contract/danger';
import { LIMITS } from '../../../contract/limits';
import { DANGER_KINDS } from '../../../contract/words';
import type { LoadView, TriageView } from '../../../contract/work';
import { channelWord, type TaskLine, taskLine } from '../../../lib/task-line';
import { joined, quoted, steady } from '../../../lib/text';

export type Tab = 'waiting' | 'soon' | 'replies' | 'unchecked';
export type DeskLine = TaskLine & { channel: string };

export interface TriageLook {
  community: string;
  tab: Tab;
  tabs: { value: Tab; word: string }[];
  lines: DeskLine[];
  empty: string;
  /** Said below a list that may go on: '' where it ends. */
  more: string;
}

const WORDS: Readonly<Record<Tab, { word: string; empty: string }>> = {
  waiting: { word: '等您分', empty: '都分完了' },
  soon: { word: '快到点', empty: '没有快到点的' },
  replies: { word: '等回话', empty: '没有在等回话的' },
  unchecked: { word: '等您过目', empty: '都看过了' },
};

/** As many as one look holds: there may be more behind them. */
const isCut = (amount: number) => amount >= LIMITS.desk;
const amountOf = (amount: number) => (isCut(amount) ? `${LIMITS.desk}+` : `${amount}`);

/** 等您过目 stands there only while something does: WeChat hardly ever fails to answer. */
export function triageLook(view: TriageView, chosen: Tab, now: number): TriageLook {
  const usual: readonly Tab[] = ['waiting', 'soon', 'replies'];
  const there: readonly Tab[] = view.unchecked.length > 0 ? [...usual, 'unchecked'] : usual;
  const tab = there.includes(chosen) ? chosen : 'waiting';
  return {
    community: view.communityName,
    tab,
    tabs: there.map((value) => ({ value, word: `${WORDS[value].word} ${amountOf(view[value].length)}` })),
    lines: view[tab].map((card) => ({ ...taskLine(card, now), channel: channelWord(card) })),
    empty: WORDS[tab].empty,
    more: isCut(view[tab].length) ? `先列最急的 ${LIMITS.desk} 件，分掉一件，后面的就上来` : '',
  };
}

/** Nobody has rung about it: the first of them, and how many there are; '' for none. */
export function dangerWord(open: readonly Pick<DangerCard, 'kind' | 'word'>[]): string {
  const [first] = open;
  if (first === undefined) return '';
  const more = open.length > 1 ? `，共 ${open.length} 件` : '';
  return steady(`危急：${DANGER_KINDS[first.kind]}${quoted(first.word)}${more}。先打电话`);
}

/** 在办 12 · 快到点 2 · 过点 1 …: what is there, in counts of matters. */
export function loadWord({ underWay, soon, late, pendingLong, withDepartments }: LoadView): string {
  return joined(
    `在办 ${underWay} 件`,
    soon > 0 && `快到点 ${soon}`,
    late > 0 && `过点 ${late}`,
    withDepartments > 0 && `部门在办 ${withDepartments}`,
    pendingLong > 0 && `挂着 ${pendingLong}`,
  );
}
