import type { Consent, KeptView } from '@contract/my-data';
import type { Sensitive } from '@contract/submit';
import type { Person } from '../person/model';
import { withoutCard } from '../portrait/decide';

/** What is kept of a person, why and how long, in words that show no number (rules.md 4.2). Pure. */

export interface Counted {
  requests: number;
  seats: number;
  bonds: number;
  /** Answers of 课前问需, one a year. */
  surveys: number;
  unread: number;
}

/** Only where it is so: of nobody else would one say that it is not kept. */
const JOINED: KeptView = {
  key: 'joined',
  title: '社区那份记录',
  value: '和手机上的是一份',
  why: '您答应过，两边的事好在一处看',
  until: '一天之内能分开，注销就都删',
};

const WHILE_HERE = '您不注销就留着，随时能删';

export function keptOf(person: Person | null, community: string, counted: Counted): KeptView[] {
  const have = (value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? '' : '存着，加了密';
  return [
    { key: 'name', title: '怎么称呼您', value: person?.name ?? '', why: '好跟您打招呼', until: WHILE_HERE },
    { key: 'community', title: '住哪个社区', value: community, why: '好知道事该交给谁', until: WHILE_HERE },
    { key: 'phone', title: '电话', value: have(person?.phone), why: '上门前先打个电话', until: WHILE_HERE },
    {
      key: 'building',
      title: '楼栋',
      value: person?.building ?? '',
      why: '上门的人找得着楼',
      until: WHILE_HERE,
    },
    { key: 'door', title: '门牌', value: have(person?.door), why: '上门当天才给来的人看', until: WHILE_HERE },
    {
      key: 'elder',
      title: '长者或腿脚不便',
      value: person?.elder === true ? '您说过“是”' : '',
      why: '听课时给您留座',
      until: WHILE_HERE,
    },
    {
      key: 'branch',
      title: '哪个支部',
      value: person?.branch ?? '',
      why: '给支部点课、占座，不用再写一遍',
      until: WHILE_HERE,
    },
    ...(person?.joined == null ? [] : [JOINED]),
    {
      key: 'portrait',
      title: '上门名片',
      value: cardWord(person),
      why: '您去谁家，谁家好认人、好联系',
      until: '一撤、一换、不再上门就删',
    },
    {
      key: 'requests',
      title: '说过的事',
      value: times(counted.requests, '件'),
      why: '办事、查办到哪了',
      until: '办完 30 天，姓名住处和原话就遮上',
    },
    {
      key: 'seats',
      title: '上过和要上的课',
      value: times(counted.seats, '节'),
      why: '占座、点名',
      until: '注销后只剩人数，不知道是谁',
    },
    {
      key: 'surveys',
      title: '课前问需',
      value: times(counted.surveys, '回'),
      why: '给您配课，教务听原话、看数，不知道是谁',
      until: '800 天后自己删，录的那段随时能拿掉',
    },
    {
      key: 'bonds',
      title: '绑着的家里人',
      value: times(counted.bonds, '位'),
      why: '老人点头的，家里人才能看、能替说',
      until: '一解除就断',
    },
    {
      key: 'inbox',
      title: '消息',
      value: times(counted.unread, '条没看'),
      why: '办到哪了告诉您',
      until: '180 天后自己删',
    },
  ];
}

function cardWord(person: Person | null): string {
  const parts = [person?.portrait == null ? '' : '一张照片', person?.rings === true ? '电话能打' : ''];
  return parts.filter((part) => part !== '').join('，');
}

function times(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}`;
}

/** What was given and can be taken back by itself. */
export function consentsOf(person: Person | null, said: readonly Sensitive[]): Consent[] {
  if (person === null) return [];
  const given: Consent[] = [];
  if (person.phone !== null || person.door !== null || person.building !== '') given.push('contact');
  if (Object.values(person.consents).some((left) => (left ?? 0) > 0)) given.push('messages');
  if (person.elder) given.push('elder');
  for (const one of ['health', 'child'] as const) if (said.includes(one)) given.push(one);
  if (person.portrait != null || person.rings === true) given.push('portrait');
  return given;
}

/** The person without what they take back. */
export function withdrawn(
  person: Person,
  consent: Consent,
  step: { now: number; rid: string; invocation: string },
): Person {
  switch (consent) {
    case 'contact':
      return { ...person, phone: null, phoneIndex: null, building: '', door: null, rings: false };
    case 'messages':
      return { ...person, consents: {} };
    case 'elder':
      return { ...person, elder: false };
    // They stand in the matters in which they were said.
    case 'health':
    case 'child':
      return person;
    case 'portrait':
      return withoutCard(person, step);
  }
}
