import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { scopesFor } from '../../core/permissions';
import { persons } from '../../people/person/model';
import { sessions } from './definition';
import { withoutHost } from './host';
import type { Session } from './model';
import { tellHostGone } from './notices';
import { HEAVY } from './read';

/** More classes ahead than anybody hosts. */
const MOST = 200;
const AHEAD: readonly Session['shelf'][] = ['hidden', 'coming'];

/**
 * The effect `handed_back` for the school: whoever hosts no more has no class ahead of them, and the
 * office hears of each. Classes that were held keep who hosted them.
 */
export async function hostGone(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody who hosted');
  const person = await run.repository(persons).find(personId);
  if (scopesFor(person?.grants ?? [], 'session.host').length > 0) return;
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
