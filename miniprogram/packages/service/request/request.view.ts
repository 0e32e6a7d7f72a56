import type { RequestCommand } from '../../../contract/request-states';
import type { AudioView, RequestView, Withheld } from '../../../contract/service';
import { CAMPAIGNS, CHILD_AGES, RATING_LEVELS } from '../../../contract/words';
import { type FourLinesLook, fourLines, NO_LINES } from '../../../lib/four-lines';
import type { Tone } from '../../../lib/labels';
import { listWord } from '../../../lib/request-line';
import { joined } from '../../../lib/text';
import { day } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';

/** What the one red button does. */
export type Main = 'answer' | 'judge' | 'call';

/** What else a resident may do here: an outline button that names the act. */
export interface Aside {
  act: 'reopen' | 'rate' | 'withdraw' | 'terminate' | 'entrust';
  word: string;
}

export interface RequestLook {
  id: string;
  title: string;
  word: string;
  tone: Tone;
  /** 为张**代提 · 编号 1023-AB12 */
  note: string;
  sample: boolean;
  lines: FourLinesLook;
  /** 今天下午 3 点前后: for 大字版, which shows no table. */
  spoken: string;
  /** 李** 建国社区网格员在办 */
  who: string;
  /** What the desk asks, '' when nothing waits. */
  question: string;
  /** Today's 敲门码, '' while nobody is to come. */
  knock: string;
  /** 还有王**、赵** 一起来, '' for one alone. */
  company: string;
  knockWho: string;
  said: string;
  /** `note`: who hears it, where that is not everybody who comes; '' otherwise. */
  audio: { url: string; seconds: number; heard: boolean; note: string } | null;
  history: TimelineLine[];
  latest: string;
  /** 您说：办好了，满意 */
  rating: string;
  ratingWords: string;
  main: Main;
  mainWord: string;
  mainIcon: string;
  /** The telephone stays beside whatever else is the main thing. */
  second: string;
  asides: Aside[];
  /** What was asked for beside the sentence, a line each. */
  asked: string[];
  campaign: string;
  /** 小票照片; `null` without one. */
  receipt: { url: string; waiting: boolean } | null;
  /** After a bad rating: what happens now, '' otherwise. */
  rectify: string;
  /** Who also works on it has its own page. */
  task: string;
}

export const NOTHING_YET: RequestLook = {
  id: '',
  title: '',
  word: '',
  tone: 'plain',
  note: '',
  sample: false,
  lines: NO_LINES,
  spoken: '',
  who: '',
  question: '',
  knock: '',
  company: '',
  knockWho: '',
  said: '',
  audio: null,
  history: [],
  latest: '',
  rating: '',
  ratingWords: '',
  main: 'call',
  mainWord: '打电话问问',
  mainIcon: 'call',
  second: '',
  asides: [],
  asked: [],
  campaign: '',
  receipt: null,
  rectify: '',
  task: '',
};

/** @param now by the server's clock, epoch ms. */
export function requestLook(view: RequestView, now: number): RequestLook {
  const lines = fourLines(view.lines);
  const history = timeline(view.history, now);
  const over = view.stage === 'done' || view.stage === 'ended';
  return {
    id: view.id,
    title: view.title,
    word: view.word,
    tone: view.tone,
    note: joined(view.forWhom !== '' && `为 ${view.forWhom} 代提`, `编号 ${view.no}`),
    sample: view.sample,
    lines,
    spoken: over ? view.word : lines.when,
    who: over || view.lines.who === null ? '' : `${lines.name} ${lines.role}在办`,
    question: view.next.includes('answer') ? view.question : '',
    // Who comes sees it on the page of their task; after its day it is worth nothing.
    knock: view.knock !== null && view.knock.until > now && view.work === null ? view.knock.code : '',
    company: companyOf(view),
    knockWho: view.lines.who === null ? '来的人' : `${lines.role}${lines.name}`,
    said: view.text,
    audio: audioOf(view),
    history,
    latest: history[0]?.text ?? view.sentence,
    rating: ratingOf(view),
    ratingWords: view.rating?.words ?? '',
    ...mainOf(view.next),
    asides: asidesOf(view),
    asked: askedOf(view),
    campaign: view.campaign === null ? '' : CAMPAIGNS[view.campaign],
    receipt: view.receipt === null ? null : { url: view.receipt.url ?? '', waiting: view.receipt.waiting },
    rectify: rectifyWord(view, now),
    task: view.work === null ? '' : taskOf(view),
  };
}

function companyOf({ companions }: RequestView): string {
  return companions.length === 0 ? '' : `还有${companions.map(({ name }) => name).join('、')}一起来`;
}

function askedOf({ item, child, shopping }: RequestView): string[] {
  const lines = [
    item === null ? '' : `目录里的：${item.title}`,
    child === null ? '' : `孩子：${child.nickname}，${CHILD_AGES[child.age]}`,
    listWord(shopping),
  ];
  return lines.filter((line) => line !== '');
}

/** 回访 → 改好或说清 → 告诉您 (workflows 2.4). */
function rectifyWord({ rectify }: RequestView, now: number): string {
  if (rectify === null) return '';
  const by = day(rectify.dueAt, now);
  switch (rectify.state) {
    case 'calling':
      return `您说不满意，社区${by}前给您打电话`;
    case 'promised':
      return `说好${by}前改好：${rectify.note}`;
    case 'fixed':
      return `改好了：${rectify.note}`;
    case 'explained':
      return `给您说过缘由：${rectify.note}`;
  }
}

function mainOf(
  next: readonly RequestCommand[],
): Pick<RequestLook, 'main' | 'mainWord' | 'mainIcon' | 'second'> {
  if (next.includes('answer'))
    return { main: 'answer', mainWord: '就回这句', mainIcon: '', second: '打电话' };
  if (next.includes('confirm'))
    return { main: 'judge', mainWord: '办好没有，说一句', mainIcon: '', second: '打电话' };
  return { main: 'call', mainWord: '打电话问问', mainIcon: 'call', second: '' };
}

function asidesOf({ next, rating }: RequestView): Aside[] {
  const asides: Aside[] = [];
  if (next.includes('rate') && rating?.level === null) asides.push({ act: 'rate', word: '说说办得咋样' });
  // While it waits for the word, both answers are behind the red button.
  if (next.includes('reopen') && !next.includes('confirm'))
    asides.push({ act: 'reopen', word: '还没好，接着办' });
  if (next.includes('entrust')) asides.push({ act: 'entrust', word: '点一下，托他去办' });
  if (next.includes('withdraw')) asides.push({ act: 'withdraw', word: '这件撤回，不办了' });
  if (next.includes('terminate')) asides.push({ act: 'terminate', word: '先停下，不办了' });
  return asides;
}

function audioOf({ audio }: RequestView): RequestLook['audio'] {
  if (audio === null) return null;
  const { url, seconds, heard } = audio;
  return { url: url ?? '', seconds, heard, note: audioNote(audio) };
}

const WITHHELD: Readonly<Record<Withheld, string>> = {
  unanswered: '微信还没回话，先只有您和社区听得到，事照样办',
  risky: '微信没放行，只有您和社区听得到，事照样办',
  kept: '社区听过了，只有您和社区听得到，事照样办',
};

function audioNote({ url, waiting, withheld }: AudioView): string {
  if (url === null) return waiting ? '录音在核对，过一会儿就能听' : '录音这会儿听不了';
  return withheld === null ? '' : WITHHELD[withheld];
}

function ratingOf({ rating }: RequestView): string {
  if (rating === null) return '';
  if (!rating.solved) return '您说还没办好';
  return rating.level === null ? '您说办好了' : `您说办好了，${RATING_LEVELS[rating.level]}`;
}

/** The desk has its page, who does it another. */
function taskOf({ id, next, work }: RequestView): string {
  const desk = next.includes('dispatch') || next.includes('publish') || next.includes('pass');
  if (work === null) return '';
  return desk ? `/packages/office/matter/matter?id=${id}` : `/packages/grid/task/task?id=${id}`;
}
