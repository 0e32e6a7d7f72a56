import type { MatterCard, MatterView, VoiceView } from '@contract/governance';
import { MATTER_KINDS } from '@contract/words';
import { allowed } from '../../core/machine';
import { type MatterActor, matterMachine } from './machine';
import type { CommitteeMatter, MatterVoice } from './model';

export interface MatterReader {
  personId: string | null;
  actors: ReadonlySet<MatterActor>;
  quorum: number;
}

export type Names = ReadonlyMap<string, string>;

const SENTENCES: Readonly<Record<string, string>> = {
  propose: '提出来了',
  agree: '同意',
  disagree: '不同意',
  amend: '改了说法，请委员重新看',
  withdraw: '不提了',
  carry: '定下来了',
  turn_down: '没定下来',
};
/** Whose account was erased was still a member. */
const SOMEBODY = '一位校务委员';

export function matterCard(matter: CommitteeMatter, reader: MatterReader): MatterCard {
  const { kind, title, state, createdAt, voices, sample } = matter;
  const signed = voices.some(({ by }) => by === reader.personId);
  return {
    id: matter._id,
    kind,
    title,
    state,
    at: createdAt,
    signed: voices.length,
    quorum: reader.quorum,
    mine: state === 'signing' && reader.actors.has('member') && !signed,
    sample,
  };
}

export function matterView(matter: CommitteeMatter, names: Names, reader: MatterReader): MatterView {
  const card = matterCard(matter, reader);
  const name = (id: string) => names.get(id) ?? SOMEBODY;
  const said = (voices: readonly MatterVoice[]): VoiceView[] =>
    voices.map(({ by, agrees, word, at }) => ({ name: name(by), agrees, word, at }));
  const next = allowed(matterMachine, matter.state, reader.actors).flatMap((command) =>
    command === 'sign'
      ? card.mine
        ? [command]
        : []
      : command === 'amend' || command === 'withdraw'
        ? [command]
        : [],
  );
  return {
    ...card,
    words: matter.words,
    round: matter.round,
    proposer: names.get(matter.proposerId) ?? '教务',
    voices: said(matter.voices),
    earlier: matter.earlier.map(({ round, words, voices }) => ({ round, words, voices: said(voices) })),
    conclusion: conclusionOf(matter, names),
    subject: matter.subject,
    history: matter.timeline.flatMap(({ at, by, command }) =>
      command in SENTENCES
        ? [{ at, text: SENTENCES[command] ?? '', who: names.get(by) ?? '', occurredAt: null }]
        : [],
    ),
    next,
  };
}

/** 议定结论 in one sentence: what, who agreed, who did not and why. */
export function conclusionOf(matter: CommitteeMatter, names: Names): string {
  const who = (agrees: boolean) =>
    matter.voices
      .filter((voice) => voice.agrees === agrees)
      .map(({ by, word }) => `${names.get(by) ?? SOMEBODY}${word === '' ? '' : `（“${word}”）`}`)
      .join('、');
  const what = `${MATTER_KINDS[matter.kind]}“${matter.title}”`;
  const sides = [
    who(true) === '' ? '' : `同意的：${who(true)}`,
    who(false) === '' ? '' : `不同意的：${who(false)}`,
  ]
    .filter((side) => side !== '')
    .join('；');
  switch (matter.state) {
    case 'signing':
      return '';
    case 'carried':
      return `议定：${what}，定了。${sides}。`;
    case 'not_carried':
      return `议定：${what}，不办。${sides}。`;
    case 'withdrawn':
      return `${what}不提了：${matter.reason}`;
  }
}
