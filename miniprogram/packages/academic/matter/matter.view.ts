import type { MatterView, VoiceView } from '../../../contract/governance';
import { MATTER_KINDS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, steady } from '../../../lib/text';
import { day, dayTime } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';
import { MATTER_STATES } from '../lib/governance-line';

export interface VoiceLine {
  key: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
}

export interface MatterLook {
  id: string;
  round: number;
  title: string;
  kind: string;
  word: string;
  tone: Tone;
  words: string;
  sub: string;
  voices: VoiceLine[];
  wanting: string;
  earlier: { key: string; title: string; words: string; voices: VoiceLine[] }[];
  conclusion: string;
  /** Page of what it is about, '' for none. */
  link: string;
  lines: TimelineLine[];
  canSign: boolean;
  canAmend: boolean;
  sample: boolean;
}

const PAGES: Readonly<Record<MatterView['subject']['kind'], string>> = {
  plan: '/packages/academic/plan/plan?year=',
  teacher: '/packages/school/teaching/teaching?id=',
  course: '/packages/school/course/course?id=',
  recorded: '/packages/school/recording/recording?id=',
  story: '/packages/service/story/story?id=',
};

function voiceLine({ name, agrees, word, at }: VoiceView, now: number): VoiceLine {
  return {
    key: `${name}${at}`,
    title: name,
    text: joined(word, dayTime(at, now)),
    word: agrees ? '同意' : '不同意',
    tone: agrees ? 'pine' : 'rust',
  };
}

/** @param now by the server's clock, epoch ms. */
export function matterLook(view: MatterView, now: number): MatterLook {
  const agreed = view.voices.filter(({ agrees }) => agrees).length;
  const against = view.voices.length - agreed;
  return {
    id: view.id,
    round: view.round,
    title: view.title,
    kind: MATTER_KINDS[view.kind],
    ...MATTER_STATES[view.state],
    words: view.words,
    sub: joined(`${view.proposer}${day(view.at, now)}提的`, view.round > 1 && `第 ${view.round} 个说法`),
    voices: view.voices.map((voice) => voiceLine(voice, now)),
    wanting:
      view.state === 'signing'
        ? steady(
            `同意的满 ${view.quorum} 位就定，已有 ${agreed} 位${against > 0 ? `；不同意的 ${against} 位` : ''}`,
          )
        : '',
    earlier: view.earlier.map(({ round, words, voices }) => ({
      key: `${round}`,
      title: `第 ${round} 个说法`,
      words,
      voices: voices.map((voice) => voiceLine(voice, now)),
    })),
    conclusion: view.conclusion,
    link: `${PAGES[view.subject.kind]}${view.subject.id}`,
    lines: timeline(view.history, now),
    canSign: view.next.includes('sign'),
    canAmend: view.next.includes('amend'),
    sample: view.sample,
  };
}
