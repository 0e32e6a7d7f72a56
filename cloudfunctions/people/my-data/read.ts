import type { ExportView, MyDataView, ReadView } from '@contract/my-data';
import type { PersonLine } from '@contract/people';
import type { Role } from '@contract/words';
import { dayOf, sayTime } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { sessions } from '../../school/session/definition';
import { HEAVY } from '../../school/session/read';
import { chosenWords } from '../../school/survey/heard';
import { surveys } from '../../school/survey/model';
import { requests } from '../../service/request/definition';
import { isCompanion } from '../../service/request/group';
import type { ServiceRequest } from '../../service/request/model';
import { LOOKED } from '../caller/model';
import { communityName } from '../community/list';
import { bondsOf, familyView } from '../family/read';
import { cardId, cards } from '../household/model';
import { messages } from '../inbox/model';
import { type Person, persons } from '../person/model';
import { personLine } from '../person/show';
import { consentsOf, keptOf } from './kept';

/** How many of each an answer carries, newest first. */
const MOST = 100;

/** What I said for myself, or somebody said for me: never what I only helped with. */
export async function matters(context: ActionContext, me: string): Promise<ServiceRequest[]> {
  const found = await context
    .repository(requests)
    .list({ where: { people: me }, order: [['updatedAt', 'desc']], limit: MOST, without: ['effects'] });
  return found.filter(
    (request) =>
      !isCompanion(request, me) &&
      (request.beneficiary.personId === null || request.beneficiary.personId === me),
  );
}

/** Whoever is gone meanwhile was still somebody who worked on it. */
function lineOf(person: Person | null, role: Role | null): PersonLine {
  return person === null
    ? { name: '', role: '办事的人', sample: false }
    : personLine(person, role ?? person.grants.at(0)?.role ?? 'volunteer');
}

async function readsOf(
  context: ActionContext,
  found: readonly ServiceRequest[],
  own: Person,
): Promise<ReadView[]> {
  const openings = (await context.repository(cards).find(cardId(own._id)))?.openings ?? [];
  const findings = own.timeline.filter(({ command }) => LOOKED[command] !== undefined);
  const all = [...openings, ...findings, ...found.flatMap(({ reads }) => reads)];
  const readers = await context.repository(persons).several(all.map((read) => read.by));
  const lines = found.flatMap((request) =>
    request.reads
      .filter(({ field }) => field !== 'helper')
      .map((read): ReadView => {
        const person = readers.get(read.by) ?? null;
        return {
          at: read.at,
          who: lineOf(person, read.role === 'dispatcher' ? 'dispatcher' : null),
          field: read.field,
          title: request.title,
          requestId: request._id,
        };
      }),
  );
  const scans = openings.map(({ at, by }): ReadView => {
    const person = readers.get(by) ?? null;
    return { at, who: lineOf(person, null), field: 'card', title: '', requestId: null };
  });
  const lookedUp = findings.map(({ at, by, command }): ReadView => {
    const person = readers.get(by) ?? null;
    return {
      at,
      who: lineOf(person, 'dispatcher'),
      field: LOOKED[command] ?? 'caller',
      title: '',
      requestId: null,
    };
  });
  return [...lines, ...scans, ...lookedUp, ...(await ringsOf(context, own._id))]
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST);
}

/** Households that asked for the number of who comes to them: to that person they are one of those they help. */
async function ringsOf(context: ActionContext, me: string): Promise<ReadView[]> {
  const helped = await context.repository(requests).list({
    where: {},
    either: [
      { helperId: me, open: true },
      { helperId: me, open: false },
    ],
    order: [['dueAt', 'desc']],
    limit: 2 * MOST,
    without: ['timeline', 'effects', 'text'],
  });
  return helped.flatMap(({ _id, title, reads, sample }) =>
    reads
      .filter(({ field, of }) => field === 'helper' && of === me)
      .map(({ at }) => ({
        at,
        who: { name: '', role: '找您帮忙的那家', sample },
        field: 'helper' as const,
        title,
        requestId: _id,
      })),
  );
}

async function seatsOf(context: ActionContext, me: string) {
  return context.repository(sessions).list({
    where: { people: me, startsAt: context.database.command.gt(0) },
    order: [['startsAt', 'desc']],
    limit: MOST,
    without: HEAVY,
  });
}

async function surveysOf(context: ActionContext, me: string) {
  return context.repository(surveys).list({
    where: { people: me },
    order: [['updatedAt', 'desc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });
}

/** @param person as they are now: who has just changed is not who called */
export async function myData(context: ActionContext, person: Person | null): Promise<MyDataView> {
  if (person === null)
    return {
      kept: keptOf(null, '', { requests: 0, seats: 0, bonds: 0, surveys: 0, unread: 0 }),
      reads: [],
      consents: [],
      openRequests: 0,
      erasure: null,
    };
  const me = person._id;
  const [found, seats, bonds, answered, unread] = await Promise.all([
    matters(context, me),
    seatsOf(context, me),
    bondsOf(context, me),
    surveysOf(context, me),
    context.repository(messages).count({ personId: me, readAt: null }),
  ]);
  const community = person.communityId === null ? '' : communityName(person.communityId);
  return {
    kept: keptOf(person, community, {
      requests: found.length,
      seats: seats.length,
      bonds: bonds.length,
      surveys: answered.length,
      unread,
    }),
    reads: await readsOf(context, found, person),
    consents: consentsOf(
      person,
      found.flatMap(({ agreed }) => agreed ?? []),
    ),
    openRequests: found.filter(({ open }) => open).length,
    erasure: person.erasure,
  };
}

/** One's own data in full: here the sealed fields are opened, for nobody but the person. */
export async function exportOf(context: ActionContext, me: string): Promise<ExportView> {
  const { vault, now } = context;
  const [person, found, seats, family, answered, inbox] = await Promise.all([
    context.repository(persons).load(me),
    matters(context, me),
    seatsOf(context, me),
    familyView(context, me),
    surveysOf(context, me),
    context
      .repository(messages)
      .list({ where: { personId: me }, order: [['createdAt', 'desc']], limit: MOST, without: ['effects'] }),
  ]);
  const reads = await readsOf(context, found, person);
  const about = {
    name: person.name,
    community: person.communityId === null ? '' : communityName(person.communityId),
    phone: person.phone === null ? '' : vault.open(person.phone),
    building: person.building,
    door: person.door === null ? '' : vault.open(person.door),
    elder: person.elder,
    portrait: person.portrait == null ? '' : '有一张上门的照片',
    rings: person.rings === true,
  };
  const said = found.map(({ no, title, text, createdAt, open, timeline }) => ({
    no,
    title,
    text,
    on: dayOf(createdAt),
    open,
    history: timeline.map(({ at, says }) => ({ at: dayOf(at), says })),
  }));
  const classes = seats.map(({ title, startsAt }) => ({ title, on: dayOf(startsAt) }));
  const wants = answered.map(({ updatedAt, answers, audio }) => ({
    on: dayOf(updatedAt),
    answers,
    recording: audio == null ? '' : `录了 ${audio.seconds} 秒`,
  }));
  const looked = reads.map(({ at, who, field, title }) => ({
    at: sayTime(at, now),
    who: who.name,
    field,
    title,
  }));
  const told = inbox.map(({ createdAt, title, text }) => ({ on: dayOf(createdAt), title, text }));
  const FIELDS = {
    phone: '电话',
    door: '门牌',
    pickup: '接送口令',
    card: '户卡',
    caller: '来电找人',
    callback: '电话，好给您打电话说事',
    danger: '电话门牌，您求助以后',
    rights: '电话，好回电核实您要办的',
    copy: '全部，照您说的给您抄了一份',
    helper: '上门人的电话',
  } as const;
  return {
    json: JSON.stringify(
      { exportedOn: dayOf(now), about, said, classes, wants, family, reads: looked, messages: told },
      null,
      2,
    ),
    page: [
      {
        title: '您的资料',
        lines: [
          `称呼：${about.name || '没留'}`,
          `社区：${about.community || '没选'}`,
          `电话：${about.phone || '没留'}`,
          `住处：${`${about.building} ${about.door}`.trim() || '没留'}`,
          `长者或腿脚不便：${about.elder ? '是' : '没说'}`,
          `上门名片：${about.portrait || '没放照片'}，电话${about.rings ? '给' : '不给'}请您帮忙的人家打`,
        ],
      },
      {
        title: '说过的事',
        lines: said.map(
          ({ on, no, title, text }) => `${on}　${title}（编号 ${no}）${text === '' ? '' : `：${text}`}`,
        ),
      },
      { title: '课', lines: classes.map(({ on, title }) => `${on}　${title}`) },
      {
        title: '课前问需',
        lines: wants.map(
          ({ on, answers, recording }) =>
            `${on}　${[...chosenWords(answers), answers.words, recording].filter((one) => one !== '').join('，')}`,
        ),
      },
      {
        title: '家里人',
        lines: [...family.elders, ...family.relatives].map(({ name }) => name || '没留称呼'),
      },
      {
        title: '谁看过',
        lines: looked.map(
          ({ at, who, field, title }) =>
            `${at}　${who}看了${FIELDS[field]}${title === '' ? '' : `，为“${title}”`}`,
        ),
      },
      { title: '消息', lines: told.map(({ on, title, text }) => `${on}　${title}：${text}`) },
    ],
  };
}
