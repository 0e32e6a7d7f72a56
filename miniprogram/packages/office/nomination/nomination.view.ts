import type { AwardCommand, AwardView } from '../../../contract/award';
import { AWARD_KINDS, GRID_TOPICS } from '../../../contract/words';
import { AWARD_STATES } from '../../../lib/award-line';
import { keyed } from '../../../lib/keyed';
import type { Tone } from '../../../lib/labels';

/** The commands of the desks, each with its word and what it asks for. */
export type DeskCommand = Exclude<AwardCommand, 'object'>;
export const FORMS: Readonly<Record<DeskCommand, { word: string; asks: string; main: boolean }>> = {
  take_up: { word: '我去核实', asks: '', main: true },
  verify: { word: '核实过了，往上报', asks: '能公开的故事', main: true },
  turn_down: { word: '不往上报', asks: '缘由', main: false },
  agree: { word: '同意公示', asks: '', main: true },
  disagree: { word: '不同意', asks: '缘由', main: false },
  reconsider: { word: '查过了，请委员会再研究', asks: '查到了什么', main: true },
  uphold: { word: '异议成立', asks: '缘由', main: false },
};

/** S76: what members keep in mind; nothing of it is counted. */
export const CRITERIA = '政治素质好、理论功底硬、业务能力强';

export interface NominationLook {
  name: string;
  kind: string;
  fields: string[];
  word: string;
  tone: Tone;
  words: string;
  story: string;
  note: string;
  /** What neighbours and members of the committee said against it. */
  against: { key: string; text: string }[];
  heard: string;
  main: { command: DeskCommand; word: string } | null;
  others: { command: DeskCommand; word: string }[];
  sample: boolean;
}

export function nominationLook(view: AwardView): NominationLook {
  const offered = view.next.flatMap((command) =>
    command === 'object' || command === 'link' ? [] : [{ command, ...FORMS[command] }],
  );
  return {
    name: view.name,
    kind: AWARD_KINDS[view.kind],
    fields: view.fields.map((field) => GRID_TOPICS[field]),
    ...AWARD_STATES[view.state],
    words: view.words,
    story: view.story,
    note: view.work?.note ?? '',
    against: against(view),
    heard: view.state === 'committee' && view.work?.agreed ? '已有一位委员同意，还要一位' : '',
    main: offered.find(({ main }) => main) ?? null,
    others: offered.filter(({ main }) => !main),
    sample: view.sample,
  };
}

/** Two may say the same words: each is known by its place. */
function against({ work }: AwardView): NominationLook['against'] {
  const objections = (work?.objections ?? []).map((words) => `有人说：${words}`);
  const reasons = (work?.reasons ?? []).map((words) => `不同意的缘由：${words}`);
  return keyed([...objections, ...reasons]);
}
