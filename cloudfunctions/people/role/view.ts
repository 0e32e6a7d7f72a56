import type { PowerView } from '@contract/role';
import { ROLES } from '@contract/words';
import type { GridNames } from '../community/grids';
import type { Person } from '../person/model';
import { maskedName } from '../person/show';
import type { Holding, Roll, RollEntry } from './model';
import { placeOf } from './places';

/** Whoever is named on a roll, by id; who is gone is missing. */
export type Known = ReadonlyMap<string, Person>;

export interface Reader {
  id: string;
  admin: boolean;
}

/** 样例管理员 for an administrator, a mask for anybody else. */
function nameOf(known: Known, id: string, fallback: string): string {
  if (id === 'system') return '';
  const person = known.get(id);
  return (person === undefined ? '' : maskedName(person.name, person.sample)) || fallback;
}

const SAYS: Readonly<Record<RollEntry['command'], string>> = {
  grant: '给了这个岗位',
  propose: '提的',
  confirm: '点了头',
  decline: '没同意',
  lapse: '到了日子没人点头，不算了',
  revoke: '撤了这个岗位',
};

const noted = (says: string, why: string) => (why === '' ? says : `${says}：${why}`);

export function nextOf(holding: Holding, reader: Reader): PowerView['next'] {
  if (!reader.admin) return [];
  if (holding.state === 'held') return ['revoke'];
  if (holding.state !== 'proposed') return [];
  return reader.id === holding.askedBy || reader.id === holding.personId
    ? ['decline']
    : ['confirm', 'decline'];
}

export function powerView(
  roll: Roll,
  holding: Holding,
  { people: known, grids }: { people: Known; grids: GridNames },
  reader: Reader,
): PowerView {
  const { personId, role, scope, state, since } = holding;
  const person = known.get(personId);
  return {
    personId,
    role,
    scope,
    name: nameOf(known, personId, '没留称呼'),
    sample: person?.sample ?? false,
    place: placeOf(role, scope, grids),
    state,
    since,
    history: roll.timeline
      .filter((entry) => entry.personId === personId)
      .map((entry) => ({
        at: entry.at,
        says: `${nameOf(known, entry.by, '管理员')}${noted(SAYS[entry.command], entry.why)}`,
      })),
    next: nextOf(holding, reader),
  };
}

/** Everybody of whom a roll speaks. */
export function namedOn(found: readonly Roll[]): string[] {
  const ids = found.flatMap(({ timeline }) => timeline.flatMap(({ by, personId }) => [by, personId]));
  return [...new Set(ids)].filter((id) => id !== 'system');
}

/** Who has given a power, to its holder; '' where it was there from the beginning. */
export function giverOf({ confirmedBy, askedBy }: Holding, known: Known): string {
  return [askedBy, confirmedBy ?? 'system']
    .filter((id) => id !== 'system')
    .map((id) => nameOf(known, id, ROLES.admin))
    .join('、');
}
