import type { ScheduleChoices, ScheduleCommand, ScheduleView } from '../../../contract/schedule';
import { PROGRAMS } from '../../../contract/words';
import { SESSION_STATES, type Tone } from '../../../lib/labels';
import { cohortWord } from '../../../lib/schedule-line';
import { known } from '../../../lib/text';
import { dayTime, span } from '../../../lib/time';

/** The step forward is the one red button; the others are outlines below. */
const FORWARD: readonly ScheduleCommand[] = ['submit', 'approve', 'publish', 'open', 'republish'];
const WORDS: Record<ScheduleCommand, string> = {
  draft: '改一改',
  submit: '交上去审',
  approve: '审过了，行',
  return: '退回去改',
  publish: '发布，告诉大家',
  open: '现在就开始报名',
  postpone: '改日子',
  republish: '定下新日子',
  hand_over: '换班主任',
  cancel: '不上了',
};

/** Once its day has gone by, the way on is another day; what was handed in comes back first. */
const BACK: readonly ScheduleCommand[] = ['draft', 'return'];
const PASSED: Partial<Record<ScheduleCommand, string>> = { draft: '改日子', return: '退回去改日子' };

const isHidden = ({ state }: Pick<ScheduleView, 'state'>) =>
  state === 'draft' || state === 'in_review' || state === 'approved';

export interface ClassLook {
  title: string;
  tags: { word: string; tone: Tone }[];
  sample: boolean;
  when: string;
  returned: string;
  facts: { title: string; value: string }[];
  main: ScheduleCommand | '';
  mainWord: string;
  others: { command: ScheduleCommand; word: string }[];
  /** People see it: its page can be opened. */
  public: boolean;
  /** Not published yet, and its day has gone by. */
  passed: boolean;
  id: string;
}

/** @param now by the server's clock, epoch ms. */
export function classLook(view: ScheduleView, now: number): ClassLook {
  const passed = isHidden(view) && view.startsAt <= now;
  const main = (passed ? BACK : FORWARD).find((command) => view.next.includes(command)) ?? '';
  const state = SESSION_STATES[view.state];
  const cohort = cohortWord(view.cohort);
  const { bring, agenda, signUpAt, familyWelcome } = view.draft;
  const hidden = isHidden(view);
  return {
    id: view.id,
    title: view.title,
    tags: [
      { word: state.word, tone: state.tone },
      { word: PROGRAMS[view.program], tone: 'plain' },
      ...(cohort === '' ? [] : [{ word: cohort, tone: 'plain' as const }]),
    ],
    sample: view.sample,
    when: view.undecided
      ? `时间待定，原来是${dayTime(view.startsAt, now)}`
      : `${passed ? '日子过了：' : ''}${span(view.startsAt, view.endsAt, now)}`,
    returned: view.returned === '' ? '' : `退回来了：${view.returned}`,
    facts: [
      { title: '在哪上', value: known(view.venue.name) },
      { title: '讲师', value: view.teacher ?? '还没定' },
      { title: '班主任', value: view.host ?? '还没定' },
      { title: '座位', value: hidden ? `${view.capacity} 座` : `${view.capacity} 座，坐下 ${view.taken} 位` },
      { title: '家属', value: familyWelcome ? '能一起来' : '本人来' },
      { title: '带什么', value: bring.join('，') || '人来就行' },
      { title: '聊哪几件', value: agenda.join('；') || '没写' },
      { title: '报名', value: signUpAt === null ? '一发布就能报' : `${dayTime(signUpAt, now)}起` },
    ],
    main,
    mainWord: main === '' ? '' : passed ? (PASSED[main] ?? WORDS[main]) : WORDS[main],
    // What ends it stands last.
    others: [...view.next]
      .sort((a, b) => Number(a === 'cancel') - Number(b === 'cancel'))
      .filter((command) => command !== main)
      .map((command) => ({ command, word: WORDS[command] })),
    public: !hidden,
    passed,
  };
}

export interface HostChoice {
  value: string;
  title: string;
}

/** Whom the class can be given to; nobody is a choice too: the office keeps the roster then. */
export function hostChoices(hosts: ScheduleChoices['hosts']): HostChoice[] {
  return [...hosts.map(({ id, name }) => ({ value: id, title: name })), { value: '', title: '教务先接着' }];
}

/** What was done, in a word to who did it. */
export const DONE: Record<ScheduleCommand, string> = {
  draft: '改好了',
  submit: '交上去了，等着审',
  approve: '定下了，可以发布了',
  return: '退回去了，写的话他看得见',
  publish: '发布了，讲师、班主任和点课的都告诉了',
  open: '开始报名了',
  postpone: '改了，报了名的都告诉了，座都留着',
  republish: '定下了，报了名的都告诉了',
  hand_over: '换了，原来的和新的班主任都告诉了',
  cancel: '不上了，该告诉的都告诉了',
};
