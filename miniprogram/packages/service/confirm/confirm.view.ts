import { LIMITS } from '../../../contract/limits';
import {
  type Category,
  CHILD_AGES,
  GRID_TOPICS,
  REQUEST_KINDS,
  type RequestKind,
  SERVICE_CATEGORIES,
} from '../../../contract/words';
import { communityWord, type Named } from '../../../lib/community';
import { kindOfCategory } from '../../../lib/say/classify';
import { roomLeft } from '../../../lib/text';
import { FOR_WHOM, type ForWhom, isHeard, isKnown, type Said } from '../said/said';
import { understood } from '../said/understood';
import { type WhoChip, type WhoWay, whoChips } from '../said/who';

/** The three doors of one spine, by what follows from each. */
const KIND_WORDS: Record<RequestKind, { title: string; text: string }> = {
  wish: { title: '找人帮个忙', text: '微心愿：上墙找人，不写名' },
  errand: { title: '替我跑一趟', text: '跑腿代办：社区派人去办' },
  grid: { title: '楼道街面的事', text: '公家的事：网格员去看' },
};

const CATEGORY_WORDS: Record<Category, string> = { ...SERVICE_CATEGORIES, ...GRID_TOPICS };

const TIMES = ['上午', '下午', '晚上', '先打电话'] as const;

export interface ConfirmLook {
  text: string;
  /** Written down by a machine. */
  heard: boolean;
  room: string;
  path: string;
  seconds: number;
  /** The either-or, when the way in did not say it. */
  asksKind: boolean;
  kind: RequestKind | '';
  kinds: { value: RequestKind; title: string; text: string }[];
  /** One either-or between two categories, instead of the question above. */
  between: { value: Category; title: string; text: string }[];
  category: Category | '';
  /** 算微心愿, where it was said on the way in or read out of the words. */
  kindWord: string;
  /** From the catalogue, '' otherwise; the child and the list with it. */
  itemTitle: string;
  childWord: string;
  listWord: string;
  asksWhen: boolean;
  times: { word: string; on: boolean }[];
  forWhom: ForWhom;
  forWord: string;
  chips: WhoChip[];
  other: boolean;
  /** An elder of one's own: what is stored of them is used, nothing is asked. */
  bound: boolean;
  /** 张大娘的电话: whose phone and door are asked for. */
  whose: string;
  name: string;
  phone: string;
  building: string;
  door: string;
  /** Whose quarters and buildings can be chosen; '' while no community is. */
  lives: string;
  communityWord: string;
  communities: { id: string; word: string; on: boolean }[];
  /** Must be said before it can go anywhere. */
  asksCommunity: boolean;
  /** Who sees it. */
  promise: string;
}

export interface ConfirmWay extends WhoWay {
  communities: readonly Named[];
  /** The server keeps this person's own phone number. */
  hasPhone: boolean;
}

export function confirmLook(said: Said, way: ConfirmWay): ConfirmLook {
  const { forWhom } = said;
  const { kind, category, guessed, between } = understood(said);
  const bound = isKnown(forWhom);
  const other = forWhom !== 'self' && !bound;
  return {
    text: said.text,
    heard: isHeard(said),
    room: roomLeft(said.text, LIMITS.sentence),
    path: said.recording?.path ?? '',
    seconds: said.recording?.seconds ?? 0,
    asksKind: !said.kindGiven && !guessed && between.length === 0,
    kind,
    kinds: (Object.keys(KIND_WORDS) as RequestKind[]).map((value) => ({ value, ...KIND_WORDS[value] })),
    between: between.map((value) => ({
      value,
      title: CATEGORY_WORDS[value],
      text: KIND_WORDS[kindOfCategory(value)].text,
    })),
    category,
    kindWord: kindWord({ kind, category }),
    itemTitle: said.itemTitle,
    childWord: said.child == null ? '' : `${said.child.nickname}，${CHILD_AGES[said.child.age]}`,
    listWord:
      said.shopping == null
        ? ''
        : `${said.shopping.list.join('、')}，${said.shopping.ceiling} 元以内，现金当面结清`,
    // A street lamp needs nobody at home.
    asksWhen: kind !== 'grid',
    times: TIMES.map((word) => ({ word, on: word === said.when })),
    forWhom,
    forWord: bound && said.name !== '' ? said.name : FOR_WHOM[forWhom],
    chips: whoChips(said, way),
    other,
    bound,
    whose: whoseContact(said, way),
    name: said.name,
    phone: said.phone,
    building: said.building,
    door: said.door,
    lives: said.communityId,
    communityWord: said.communityId === '' ? '' : communityWord(said.communityId, way.communities),
    communities: way.communities.map(({ id }) => ({
      id,
      word: communityWord(id, way.communities),
      on: id === said.communityId,
    })),
    asksCommunity: said.communityId === '',
    promise:
      kind === 'wish' ? '贴上墙的话由社区改写，不写姓名、住址和病情。' : '门牌只给上门的人看，谁看过都记着。',
  };
}

function kindWord({ kind, category }: Pick<Said, 'kind' | 'category'>): string {
  if (category !== '') return `算${CATEGORY_WORDS[category]}`;
  return kind === '' ? '' : `算${REQUEST_KINDS[kind]}`;
}

/** The row that unfolds the fields of one's own phone and door. */
function whoseContact({ phone, building, door, forWhom }: Said, { hasPhone }: ConfirmWay): string {
  if (phone !== '' || building !== '' || door !== '') return '写好了';
  // Only one's own is stored.
  return hasPhone && forWhom === 'self' ? '用存好的' : '可以不填';
}
