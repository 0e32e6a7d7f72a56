import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { newBond, type Tie, tied } from './bond';
import { bonds } from './model';

/** The effect `tie` of used digits: the bond between the two, once, however often it is carried out. */
export async function tie(run: RunContext, effect: Effect): Promise<void> {
  const wish = readTie(effect);
  const repository = run.repository(bonds);
  const { doc: stored } = await repository.create(newBond(wish, run.now));
  const step = { rid: effect.id, now: run.now, by: wish.relativeId, invocation: run.invocation };
  const { doc } = await repository.change(stored._id, effect.id, (bond) => tied(bond, wish, step));
  await carryOut(repository, doc, run.carrier);
}

function readTie({ data }: Effect): Tie {
  const { elderId, relativeId, witnessId, agreed } = data;
  if (typeof elderId !== 'string' || typeof relativeId !== 'string') throw new Error('no tie');
  const given: object = typeof agreed === 'object' && agreed !== null ? agreed : {};
  const says = (name: string) => Reflect.get(given, name) === true;
  return {
    elderId,
    relativeId,
    witnessId: typeof witnessId === 'string' ? witnessId : null,
    agreed: { progress: says('progress'), speak: says('speak'), confirm: says('confirm') },
  };
}
