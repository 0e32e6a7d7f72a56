import type { OutputOf } from '../../../contract/actions';
import { PROGRAM_TEMPLATES } from '../../../contract/programs';
import type { SessionCard } from '../../../contract/school';
import { LEARNER_GROUPS, PROGRAMS, type Program } from '../../../contract/words';
import { cohortWord } from '../../../lib/schedule-line';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { joined, known, steady } from '../../../lib/text';
import { spoken } from '../../../lib/time';

/** The programmes S45–S53 that have classes. */
export interface ProgramLine {
  program: Program;
  title: string;
  text: string;
}

export const isProgram = (word: string | undefined): word is Program =>
  word !== undefined && word in PROGRAMS;

export function programLines(): ProgramLine[] {
  // The keys of the closed list are its values.
  return (Object.keys(PROGRAMS) as Program[])
    .filter((program) => PROGRAM_TEMPLATES[program].seated)
    .map((program) => ({ program, title: PROGRAMS[program], text: PROGRAM_TEMPLATES[program].line }));
}

/** A class with its day before where it is; `aloud` is the same as one says it, for 大字版. */
export interface ClassLine extends SessionLine {
  text: string;
  aloud: string;
}

export interface CohortGroup {
  key: string;
  title: string;
  lines: ClassLine[];
}

export interface ProgramLook {
  title: string;
  line: string;
  audience: string;
  groups: CohortGroup[];
}

/** By cohort, the newest first, each in the order of its days; what is in no cohort stands by its time. */
export function programLook(
  program: Program,
  { coming, past }: OutputOf<'session.program'>,
  now: number,
): ProgramLook {
  const all = [...past].reverse().concat(coming);
  const numbers = [...new Set(all.flatMap(({ cohort }) => (cohort === undefined ? [] : [cohort])))];
  const plain = (cards: readonly SessionCard[]) => cards.filter(({ cohort }) => cohort === undefined);
  const group = (title: string, cards: readonly SessionCard[]): CohortGroup[] =>
    cards.length === 0 ? [] : [{ key: title, title, lines: cards.map((card) => classLine(card, now)) }];
  const { line, audience } = PROGRAM_TEMPLATES[program];
  return {
    title: PROGRAMS[program],
    line,
    audience: audience.map((one) => LEARNER_GROUPS[one]).join('、'),
    groups: [
      ...numbers
        .sort((a, b) => b - a)
        .flatMap((number) =>
          group(
            cohortWord(number),
            all.filter(({ cohort }) => cohort === number),
          ),
        ),
      ...group('要上的', plain(coming)),
      ...group('上过的', plain(past)),
    ],
  };
}

/** Under the title of its programme and the heading of its cohort a class need not say either. */
function classLine(card: SessionCard, now: number): ClassLine {
  const line = sessionLine(card, now);
  const sub = known(card.venue.name);
  const when = card.undecided === true ? line.spoken : steady(spoken(card.startsAt, now));
  return { ...line, sub, text: joined(`${line.day} ${line.time}`, sub), aloud: `${when}，${sub}` };
}
