import type { ContentBody, DraftView } from '../../../contract/content';
import {
  CLASSROOM_BRANDS,
  CONTENT_KINDS,
  COURSE_TOPICS,
  DELIVERY_STYLES,
  FACULTY_BATCHES,
  LEARNER_GROUPS,
  METHODS,
  PROGRAMS,
  RESOURCE_THEMES,
  REVIEW_STAGES,
  type ReviewStage,
  SESSION_FORMS,
  TRACKS,
} from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, UNKNOWN } from '../../../lib/text';
import { dayTime } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';
import { type Change, changesIn } from '../lib/changes';
import { DRAFT_STATES } from '../lib/governance-line';

/** A change and what it is of: 题目, 正文, 多长. */
interface NamedChange extends Change {
  key: string;
  title: string;
}

export interface DraftLook {
  id: string;
  title: string;
  word: string;
  tone: Tone;
  sub: string;
  text: string;
  videoUrl: string;
  facts: { title: string; value: string }[];
  /** Of a further edition, what is otherwise than in the one that holds; `null` where none holds. */
  changes: NamedChange[] | null;
  readings: { key: string; title: string; text: string; word: string; tone: Tone }[];
  another: string;
  lines: TimelineLine[];
  /** The stage that this reader may read now; '' for none. */
  stage: ReviewStage | '';
  pass: string;
  canSubmit: boolean;
  canSendBack: boolean;
  canDrop: boolean;
  /** Where it is written on, '' for who may not. */
  write: string;
  sample: boolean;
}

const isStage = (state: string): state is ReviewStage => state in REVIEW_STAGES;
const list = (words: readonly string[]) => words.join('、') || UNKNOWN;

/** Every field as the readers see it, with 待填写 where nothing stands. */
export function factsOf(body: ContentBody): { title: string; value: string }[] {
  if (body.kind === 'policy') return [{ title: '哪天起用', value: body.effectiveOn }];
  if (body.kind === 'recorded')
    return [
      { title: '属于哪块', value: TRACKS[body.track] },
      { title: '资源库', value: body.theme === null ? UNKNOWN : RESOURCE_THEMES[body.theme] },
      { title: '多长', value: body.minutes === null ? UNKNOWN : `${body.minutes} 分钟` },
      { title: '视频', value: body.fileId === null ? UNKNOWN : '放上了' },
    ];
  const { teacher } = body;
  return [
    { title: '属于哪块', value: TRACKS[body.track] },
    { title: '教学方式', value: list(body.methods.map((one) => METHODS[one])) },
    { title: '给谁听', value: list(body.groups.map((one) => LEARNER_GROUPS[one])) },
    { title: '哪个班', value: PROGRAMS[body.program] },
    { title: '课堂', value: body.brand === null ? UNKNOWN : CLASSROOM_BRANDS[body.brand] },
    { title: '讲的是', value: list(body.topics.map((one) => COURSE_TOPICS[one])) },
    { title: '课堂和现场', value: body.form === null ? UNKNOWN : SESSION_FORMS[body.form] },
    { title: '讲法', value: body.delivery === null ? UNKNOWN : DELIVERY_STYLES[body.delivery] },
    { title: '资源库', value: list(body.themes.map((one) => RESOURCE_THEMES[one])) },
    { title: '多长', value: `${body.minutes} 分钟` },
    {
      title: '谁讲',
      value: joined(FACULTY_BATCHES[teacher.batch], teacher.source, teacher.name ?? UNKNOWN),
    },
    { title: '几人就开', value: body.minimum === null ? '照平常' : `${body.minimum} 人` },
  ];
}

const textOf = (body: ContentBody) => (body.kind === 'policy' ? body.text : body.summary);
const nameOf = (body: ContentBody) => (body.kind === 'policy' ? '' : body.title);

/** Title, every fact and every sentence that is otherwise than in the edition that holds. */
export function changesOf(before: ContentBody, body: ContentBody): NamedChange[] {
  const then = factsOf(before);
  const facts = factsOf(body).flatMap(({ title, value }) => {
    const was = then.find((one) => one.title === title)?.value ?? '';
    return was === value ? [] : [{ title, was, now: value }];
  });
  const named =
    nameOf(before) === nameOf(body) ? [] : [{ title: '题目', was: nameOf(before), now: nameOf(body) }];
  const said = changesIn(textOf(before), textOf(body)).map((one) => ({ title: '正文', ...one }));
  return [...named, ...said, ...filmed(before, body), ...facts].map((one, index) => ({
    key: `${index}`,
    ...one,
  }));
}

/** One film in the place of another: `factsOf` says of both that there is one. */
function filmed(before: ContentBody, body: ContentBody) {
  if (before.kind !== 'recorded' || body.kind !== 'recorded') return [];
  const other = before.fileId !== null && body.fileId !== null && before.fileId !== body.fileId;
  return other ? [{ title: '视频', was: '原来那一段', now: '换了一段' }] : [];
}

/** @param now by the server's clock, epoch ms. */
export function draftLook(view: DraftView, now: number): DraftLook {
  const stage = isStage(view.state) && view.next.includes('pass') ? view.state : '';
  const id = view.kind === 'policy' ? view.contentId : `${view.contentId}&draft=${view.id}`;
  return {
    id: view.id,
    title: view.title,
    ...DRAFT_STATES[view.state],
    sub: joined(
      CONTENT_KINDS[view.kind],
      view.edition > 1 ? `第 ${view.edition} 版` : '新的',
      `${view.writer}写的`,
    ),
    text: textOf(view.body),
    videoUrl: view.videoUrl ?? '',
    facts: factsOf(view.body),
    changes: view.before === null ? null : changesOf(view.before, view.body),
    readings: view.readings.map((reading) => ({
      key: `${reading.stage}${reading.at}`,
      title: `${REVIEW_STAGES[reading.stage]} ${reading.name}`,
      text: joined(reading.reason, dayTime(reading.at, now)),
      word: reading.passed ? '过了' : '退回',
      tone: reading.passed ? 'pine' : 'rust',
    })),
    another: view.another ? '前面一审是您看的，这一审得换一位' : '',
    lines: timeline(view.history, now),
    stage,
    pass: stage === '' ? '' : `${REVIEW_STAGES[stage]}过了`,
    canSubmit: view.next.includes('submit'),
    canSendBack: view.next.includes('send_back'),
    canDrop: view.next.includes('drop'),
    write: view.next.includes('write') ? `/packages/academic/write/write?kind=${view.kind}&id=${id}` : '',
    sample: view.sample,
  };
}
