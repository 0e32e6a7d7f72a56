import type { RefusalCode } from '../../../contract/errors';
import type { RequestCommand } from '../../../contract/request-states';
import type { RequestView } from '../../../contract/service';
import {
  BOUNCE_REASONS,
  CHANNELS,
  CHILD_AGES,
  GRID_TOPICS,
  REQUEST_KINDS,
  SERVICE_CATEGORIES,
  TIERS,
} from '../../../contract/words';
import type { HelperChoice } from '../../../contract/work';
import { COMMAND_FORMS } from '../../../lib/command-form';
import type { Tone } from '../../../lib/labels';
import { listWord } from '../../../lib/request-line';
import { joined, steady } from '../../../lib/text';
import { dayTime } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';
import { type Sent, sentWith } from '../components/vouch/vouch.view';

export interface Option {
  value: string;
  word: string;
}

export type Form = 'publish' | 'dispatch' | '';

export interface MatterLook {
  id: string;
  kind: string;
  channel: string;
  at: string;
  word: string;
  tone: Tone;
  sample: boolean;
  said: string;
  /** What the desk calls it, for who is not told what was said: they agree to the longest time only. */
  about: string;
  audio: { url: string; seconds: number } | null;
  /** Recording and receipt that stand in cards of their own: who has them, and what the desk is asked. */
  sent: Sent[];
  /** A machine wrote the words down. */
  heard: boolean;
  forWhom: string;
  homeAt: string;
  title: string;
  /** What the form on the page is for: '' when nothing is to be sent out from here. */
  form: Form;
  /** Both ways are open: a wish that came back may be sent to somebody, or hung up again. */
  ways: { value: string; word: string }[];
  categories: Option[];
  tiers: Option[];
  mainWord: string;
  asides: { command: RequestCommand; word: string }[];
  alike: { id: string; text: string }[];
  bounced: string;
  checks: string;
  rating: string;
  canMerge: boolean;
  /** From the catalogue, the list to buy, the child: '' for none. */
  item: string;
  list: string;
  child: string;
  /** Waits for a second person's yes. */
  asksMax: string;
  tagged: boolean;
  canTag: boolean;
  history: TimelineLine[];
}

const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, word]) => ({ value, word }));

/** Beside the red button, the usual ones first. */
const ASIDES: readonly RequestCommand[] = [
  'approve',
  'pass',
  'send_back',
  'confirm',
  'reopen',
  'ask',
  'refer',
  'decline',
  'convert',
  'resume',
  'pend',
  'close',
  'terminate',
];

/** @param chosen the way that the desk has chosen where two are open. @param now by the server's clock, epoch ms. */
export function matterLook(view: RequestView, chosen: Form, now: number): MatterLook {
  const { work } = view;
  const url = view.audio?.url ?? null;
  const forms = (['dispatch', 'publish'] as const).filter((form) => view.next.includes(form));
  const form = forms.find((one) => one === chosen) ?? forms[0] ?? '';
  return {
    id: view.id,
    kind: REQUEST_KINDS[view.kind],
    channel: CHANNELS[view.channel],
    at: `${dayTime(view.history[0]?.at ?? view.at, now)} 交的`,
    word: view.word,
    tone: view.tone,
    sample: view.sample,
    said: view.text,
    about: work === null ? view.title : '',
    audio: url === null || view.audio?.withheld !== null ? null : { url, seconds: view.audio.seconds },
    sent: sentWith(view),
    heard: view.audio?.heard === true,
    forWhom: joined(work?.person, work?.building),
    homeAt: work?.homeAt ?? '',
    title: view.title,
    form,
    ways:
      forms.length < 2
        ? []
        : forms.map((value) => ({ value, word: value === 'dispatch' ? '直接派人' : '再贴上墙' })),
    categories: options(view.kind === 'grid' ? GRID_TOPICS : SERVICE_CATEGORIES),
    tiers: options(TIERS),
    mainWord: form === 'publish' ? '贴上心愿墙' : form === 'dispatch' ? '派下去' : '',
    asides: ASIDES.filter((command) => view.next.includes(command)).map((command) => ({
      command,
      word: COMMAND_FORMS[command].word,
    })),
    alike: (work?.alike ?? []).map((other) => ({
      id: other.id,
      text: `${other.why}：${dayTime(other.at, now)} 那件“${other.title}”，是一回事？`,
    })),
    bounced:
      work?.bounced == null
        ? ''
        : joined(`退回来的：${BOUNCE_REASONS[work.bounced.reason]}`, work.bounced.note),
    checks: view.state === 'manual_review' ? '机器没看准，您拿主意。贴上墙的话写您自己的' : '',
    rating:
      view.rating === null
        ? ''
        : joined(view.rating.solved ? '居民说办好了' : '居民说没办好', view.rating.words),
    canMerge: view.next.includes('merge'),
    item: view.item === null ? '' : `目录里的：${view.item.title}`,
    list: listWord(view.shopping),
    child: view.child === null ? '' : `孩子：${view.child.nickname}，${CHILD_AGES[view.child.age]}`,
    asksMax: asksMax(view),
    tagged: view.campaign === 'real_deeds',
    canTag: work !== null,
    history: timeline(view.history, now),
  };
}

function asksMax({ next, work }: RequestView): string {
  const mine = next.includes('approve');
  if (!mine && work?.asksMax !== true) return '';
  return steady(`想按 15 天办，等${mine ? '您' : '另一位'}点头；没点头之前按 7 天`);
}

const NODDING = 'packages/office/approvals/approvals';

/** What the way back is called, by the page that one came from: it is one that this reader may open. */
export function wayBack(below: string): string {
  if (below === NODDING) return '回“等您点头”';
  if (below === 'packages/office/triage/triage') return '回受理台';
  return below === '' ? '回“我的”' : '回上一页';
}

/** Whoever came to nod to something has not sat down at the desk. */
export const isNodding = (below: string): boolean => below === NODDING;

/** What became of it, for who reads it no more. @param says what the refusal says, which to who came to nod is too little */
export function goneWords(below: string, code: RefusalCode, says: string): string {
  const taken = isNodding(below) && code === 'NOT_FOUND';
  return taken ? '这件不用您点头了：派活的人改了主意，或者已经办完了' : says;
}

export interface HelperLine {
  id: string;
  name: string;
  why: string;
  sample: boolean;
}

export function helperLine({ id, line, why }: HelperChoice): HelperLine {
  return { id, name: `${line.role} ${line.name}`, why, sample: line.sample };
}
