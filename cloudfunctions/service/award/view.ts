import type { AwardCard, AwardView, NominationCard } from '@contract/award';
import { allowed } from '../../core/machine';
import { type AwardActor, awardMachine } from './machine';
import type { Nomination } from './model';

/** Who reads a nomination. */
export interface AwardReader {
  personId: string | null;
  actors: ReadonlySet<AwardActor>;
  /** May make a commended story material of a course. */
  links: boolean;
}

const SENTENCES: Readonly<Record<string, string>> = {
  nominate: '有人推荐',
  take_up: '社区开始核实',
  verify: '核实过了，本人同意公示',
  turn_down: '社区没往上报',
  agree: '一位校务委员同意',
  disagree: '一位校务委员不同意',
  object: '公示时有人提了异议',
  reconsider: '异议查过了，请校务委员会再研究',
  uphold: '异议成立',
  commend: '公示完了，表彰',
  link: '放进课里了',
  take_down: '校务委员会议定，不再公开',
};

const isPublic = (state: Nomination['state']): state is AwardCard['state'] =>
  state === 'publicity' || state === 'commended';
const isShown = (nomination: Nomination) => isPublic(nomination.state) && nomination.takenDown === undefined;

export function isDesk(reader: AwardReader): boolean {
  return (['desk', 'committee', 'auditor'] as const).some((actor) => reader.actors.has(actor));
}

/** Who may read it at all: everybody once it is public, before only the desks and who nominated. */
export function readable(nomination: Nomination, reader: AwardReader): boolean {
  return isShown(nomination) || isDesk(reader) || nomination.nominatorId === reader.personId;
}

export function awardCard(nomination: Nomination): AwardCard[] {
  const { state } = nomination;
  if (!isPublic(state) || !isShown(nomination)) return [];
  return [
    {
      id: nomination._id,
      kind: nomination.kind,
      fields: nomination.fields,
      name: nomination.name,
      story: nomination.story,
      state,
      until: nomination.until ?? 0,
      sample: nomination.sample,
    },
  ];
}

export function nominationCard(nomination: Nomination): NominationCard {
  const { kind, name, words, state, createdAt, sample } = nomination;
  return { id: nomination._id, kind, name, words, state, at: createdAt, sample };
}

export function awardView(nomination: Nomination, reader: AwardReader): AwardView {
  const desk = isDesk(reader);
  const close = desk || nomination.nominatorId === reader.personId;
  const open = isShown(nomination);
  const spoke = nomination.voices.some(({ by }) => by === reader.personId);
  const commands = allowed(awardMachine, nomination.state, reader.actors).flatMap((command) =>
    command === 'commend' || ((command === 'agree' || command === 'disagree') && spoke) ? [] : [command],
  );
  return {
    id: nomination._id,
    kind: nomination.kind,
    fields: nomination.fields,
    state: nomination.state,
    name: open || close ? nomination.name : '',
    story: open || close ? nomination.story : '',
    words: close ? nomination.words : '',
    reason: close ? nomination.reason : '',
    until: nomination.until,
    history: close
      ? nomination.timeline.map(({ at, command }) => ({
          at,
          text: SENTENCES[command] ?? '',
          who: '',
          occurredAt: null,
        }))
      : [],
    work: desk
      ? {
          note: nomination.note,
          objections: nomination.objections.map(({ words }) => words),
          reasons: nomination.voices.flatMap(({ agrees, reason }) => (agrees ? [] : [reason])),
          agreed: nomination.voices.some(({ agrees }) => agrees),
        }
      : null,
    courseId: open ? nomination.courseId : null,
    sample: nomination.sample,
    next: [...commands, ...(reader.links && nomination.state === 'commended' ? ['link' as const] : [])],
  };
}
