import type { RequestCommand } from '../../../contract/request-states';
import type { RequestView } from '../../../contract/service';
import { BOUNCE_REASONS, CHANNELS, CHILD_AGES, REQUEST_KINDS } from '../../../contract/words';
import { COMMAND_FORMS, inOrder } from '../../../lib/command-form';
import type { Tone } from '../../../lib/labels';
import { listWord } from '../../../lib/request-line';
import { joined, unbroken } from '../../../lib/text';
import { day } from '../../../lib/time';
import { type TimelineLine, timeline } from '../../../lib/timeline';

export interface TaskLook {
  title: string;
  no: string;
  word: string;
  tone: Tone;
  sample: boolean;
  note: string;
  said: string;
  audio: { url: string; seconds: number } | null;
  /** Why a recording cannot be heard here; '' when there is none, or it can. */
  unheard: string;
  /** A machine wrote the words down. */
  heard: boolean;
  person: string;
  building: string;
  homeAt: string;
  canCall: boolean;
  canDoor: boolean;
  /** Why nothing of the person is shown yet; '' when it is. */
  hidden: string;
  /** Today's 敲门码 to say at the door, '' before the matter is accepted. */
  knock: string;
  due: string;
  late: boolean;
  list: string;
  /** 小票: may be added where something was bought; `url` is '' while it cannot be shown. */
  receipt: { given: boolean; url: string; note: string } | null;
  child: string;
  canPickUp: boolean;
  /** Somebody is not satisfied: one may say that it is not fair, once. */
  canAppeal: boolean;
  appeal: string;
  department: string;
  bounced: string;
  main: RequestCommand | '';
  mainWord: string;
  others: { command: RequestCommand; word: string }[];
  waits: string;
  history: TimelineLine[];
}

/** @param now by the server's clock, epoch ms. */
export function taskLook(view: RequestView, now: number): TaskLook {
  const { work } = view;
  const [main = '' as const, ...others] = inOrder(view.next);
  const url = view.audio?.url ?? null;
  return {
    title: view.title,
    no: view.no,
    word: view.word,
    // What waits for oneself is red, as on the board it came from.
    tone: main === 'accept' ? 'red' : view.tone,
    sample: view.sample,
    note: joined(REQUEST_KINDS[view.kind], CHANNELS[view.channel], unbroken(view.no)),
    said: view.text,
    audio: url === null || view.audio === null ? null : { url, seconds: view.audio.seconds },
    unheard: unheardWord(view),
    heard: view.audio?.heard === true,
    person: work?.person ?? '',
    building: work?.building ?? '',
    homeAt: work?.homeAt ?? '',
    canCall: work?.canReveal === true && work.hasPhone,
    canDoor: work?.canReveal === true && work.hasDoor,
    hidden: work !== null && !work.canReveal && main === 'accept' ? '接下以后，看得到姓氏和楼栋' : '',
    knock: view.knock !== null && view.knock.until > now ? view.knock.code : '',
    due:
      work?.dueAt == null ? '' : work.late ? '过了说好的日子，跟居民说一声' : `${day(work.dueAt, now)}前办好`,
    late: work?.late ?? false,
    list: listWord(view.shopping),
    receipt: receiptLook(view),
    child: view.child === null ? '' : `${view.child.nickname}，${CHILD_AGES[view.child.age]}`,
    canPickUp: view.child !== null && work?.canReveal === true,
    canAppeal: view.rectify?.next.includes('appeal') === true,
    appeal: appealWord(view),
    department: departmentWord(view),
    bounced:
      work?.bounced == null
        ? ''
        : joined(`退回过：${BOUNCE_REASONS[work.bounced.reason]}`, work.bounced.note),
    main,
    mainWord: main === '' ? '' : COMMAND_FORMS[main].word,
    others: others.map((command) => ({ command, word: COMMAND_FORMS[command].word })),
    waits: main === '' ? view.sentence : '',
    history: timeline(view.history, now),
  };
}

/** Nothing that was only spoken is passed over in silence: the desk has heard it. */
function unheardWord({ audio }: RequestView): string {
  if (audio === null || audio.url !== null) return '';
  return audio.waiting ? '有段录音在核对，过一会儿就能听' : '有段录音这儿放不了，说的啥问社区';
}

function receiptLook({ shopping, receipt, work }: RequestView): TaskLook['receipt'] {
  if (shopping === null || work?.canReveal !== true) return null;
  if (receipt === null)
    return { given: false, url: '', note: '愿意就拍一张，不拍也行。只拍小票，证件和脸都不拍' };
  return { given: true, url: receipt.url ?? '', note: receiptNote(receipt) };
}

function receiptNote({ waiting, shown, withheld }: NonNullable<RequestView['receipt']>): string {
  if (withheld === 'unanswered') return '微信一直没回话，先只有您和社区看得到。社区看过再定，事照样办';
  if (withheld === 'kept') return '社区看过了，先不给人家看。换一张，不放也行';
  if (waiting) return '在核对，过一会儿人家才看得到';
  return shown ? '人家和社区看得到，办完 30 天就删' : '这张没核过，人家看不到。换一张，不放也行';
}

/** No level and no words: only that the community calls, and how an appeal stands. */
function appealWord({ rectify }: RequestView): string {
  if (rectify === null) return '';
  if (rectify.appeal === 'open') return '您觉得冤，监督的同志在看';
  if (rectify.appeal === 'upheld') return '监督的同志看过了，不算您的';
  if (rectify.appeal === 'dismissed') return '监督的同志看过了，这回得改改';
  return '这件居民觉得还差点，社区打电话去问了';
}

function departmentWord({ work }: RequestView): string {
  if (work?.department == null) return '';
  return work.department.joined ? `${work.department.name}来了` : `等${work.department.name}来人`;
}
