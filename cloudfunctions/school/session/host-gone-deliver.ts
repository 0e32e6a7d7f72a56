import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { scopesFor } from '../../core/permissions';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { sessions } from './definition';
import { withoutHost } from './host';
import { tellHostGone } from './host-notices';
import type { Session } from './model';
import { HEAVY } from './read';
import { noted } from './seats';

/** More classes ahead than anybody hosts. */
const MOST = 200;
/** More classes than anybody hosts in a life; the most that one answer of the database holds. */
const EVER = 1000;
const AHEAD: readonly Session['shelf'][] = ['hidden', 'coming'];

/**
 * The effect `handed_back` for the school: whoever hosts no more has no class ahead of them, and the
 * office hears of each. Classes that were held keep who hosted them.
 */
export async function hostGone(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody who hosted');
  const person = await run.repository(persons).find(personId);
  const grants = person === null ? [] : await trustOf(run, person);
  if (scopesFor(grants, 'session.host').length > 0) return;
  const repository = run.repository(sessions);
  for (const shelf of AHEAD) {
    const found = await repository.list({
      where: { hostId: personId, shelf },
      order: [['startsAt', 'asc']],
      limit: MOST,
      without: HEAVY,
    });
    for (const { _id } of found) {
      const { doc } = await repository.change(_id, effect.id, (session) => {
        if (session.hostId !== personId || !AHEAD.includes(session.shelf)) return session;
        const after = withoutHost(session, { now: run.now, rid: effect.id, by: 'system' });
        return tellHostGone(after, run.invocation, run.now);
      });
      await carryOut(repository, doc, run.carrier);
    }
  }
}

/** Classes that were held keep that they were hosted, not by whom, once who it was is erased. */
export async function hostForgotten(run: RunContext, rid: string, personId: string): Promise<void> {
  const repository = run.repository(sessions);
  const found = await repository.list({
    where: { hostId: personId, shelf: 'past' },
    order: [['startsAt', 'asc']],
    limit: EVER,
    without: HEAVY,
  });
  for (const { _id, hostName } of found)
    if (hostName !== '')
      await repository.change(_id, rid, (session) => {
        if (session.hostId !== personId || session.hostName === '') return session;
        return { ...noted(session, { now: run.now, rid, by: 'system' }, 'forget_host'), hostName: '' };
      });
}
