import type { ReadView } from '@contract/my-data';
import type { PersonLine } from '@contract/people';
import type { Role } from '@contract/words';
import type { ActionContext } from '../../core/context';
import { requests } from '../../service/request/definition';
import type { ServiceRequest } from '../../service/request/model';
import { LOOKED } from '../caller/model';
import { cardId, cards } from '../household/model';
import { type Person, persons } from '../person/model';
import { personLine } from '../person/show';

/** 谁看过: who opened the telephone, the door or the card of somebody, for that somebody. */

/** How many of them an answer carries, newest first. */
const MOST = 100;

/** Whoever is gone meanwhile was still somebody who worked on it. */
function lineOf(person: Person | null, role: Role | null): PersonLine {
  return person === null
    ? { name: '', role: '办事的人', sample: false }
    : personLine(person, role ?? person.grants.at(0)?.role ?? 'volunteer');
}

/** @param found the matters whose readings are meant */
export async function readsOf(
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
