import type { BesideMe } from '@contract/beside';
import type { Person } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import type { Session } from './model';
import { enrolmentOf } from './seats';

/** Of those for whom a phone speaks, who may be counted in this class: with a seat, an offer, or a free chair. Pure. */
export function besideOf(
  session: Session,
  people: readonly Pick<Person, '_id' | 'name' | 'sample' | 'elder'>[],
): BesideMe[] {
  const { open, elderOpen } = session.seats;
  return people.flatMap(({ _id, name, sample, elder }) => {
    const { is } = enrolmentOf(session, _id);
    const seated = is === 'seated' || is === 'attended' || is === 'offered';
    if (!seated && open + (elder ? elderOpen : 0) === 0) return [];
    return [{ personId: _id, name: maskedName(name, sample), sample, seated, arrived: is === 'attended' }];
  });
}
