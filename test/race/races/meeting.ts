import type { Call } from '../../../local/cloud';
import type { ProofTown } from '../../proof/support/proof-town';
import { newRid } from '../../support/town';
import type { Outcome, Race } from './race';

/** Longer than any of them needs to get there. */
const PATIENCE_MS = 5_000;

export interface Met extends Outcome {
  /** How many stood at the document with their decision made, before any of them had written. */
  met: number;
}

/**
 * All rivals at once. Every write to the prize is held until each rival stands there with its decision
 * made, or has been answered; then they write in `order`. So they collide every time, in every order,
 * on any machine. `guarded: false` is the control: of the writes' conditions only the id is left.
 */
export async function race(
  t: ProofTown,
  { prize, rivals }: Race,
  order: readonly number[],
  { guarded }: { guarded: boolean },
): Promise<Met> {
  const [collection = '', id = ''] = prize.split('/');
  const rids = rivals.map(() => newRid());
  const waiting = new Map<number, () => void>();
  const answered = new Set<number>();
  let met = 0;
  const letGo = () => {
    if (new Set([...waiting.keys(), ...answered]).size < rivals.length && met === 0) return;
    if (met === 0) met = waiting.size;
    for (const place of order) {
      waiting.get(place)?.();
      waiting.delete(place);
    }
  };

  t.faults.onRequest = async (call, parameters) => {
    if (call.collection !== collection || !writesTo(call, parameters, id)) return parameters;
    const place = rids.findIndex((rid) => String(parameters['data']).includes(rid));
    if (place >= 0 && met === 0) {
      await new Promise<void>((go) => {
        waiting.set(place, go);
        letGo();
      });
    }
    return guarded || place < 0 ? parameters : { ...parameters, query: onlyId(parameters) };
  };
  const late = setTimeout(() => {
    met = -1;
    letGo();
  }, PATIENCE_MS);

  const replies = await Promise.all(
    rivals.map(async ({ by, name, input }, place) => {
      const reply = await t.as(by).ask(name, input, rids[place]);
      answered.add(place);
      letGo();
      return reply;
    }),
  );
  clearTimeout(late);
  t.faults.onRequest = undefined;
  return { met, replies, stored: t.store.find(collection, { _id: id }).documents[0] ?? {} };
}

function writesTo({ action }: Call, { query }: Readonly<Record<string, unknown>>, id: string): boolean {
  return action === 'database.modifyDocument' && String(query).includes(JSON.stringify(id));
}

/** What everybody writes first: read, decide, write back. */
function onlyId({ query }: Readonly<Record<string, unknown>>): string {
  // The SDK sends the condition as the text of an object.
  const { _id } = JSON.parse(String(query)) as { _id: unknown };
  return JSON.stringify({ _id });
}

/** Every order of three or fewer; of more, each goes first once. */
export function ordersOf(count: number): number[][] {
  if (count <= 1) return [[0].slice(0, count)];
  const places = Array.from({ length: count }, (_, place) => place);
  if (count > 3) return places.map((first) => [...places.slice(first), ...places.slice(0, first)]);
  return places.flatMap((first) =>
    ordersOf(count - 1).map((rest) => [first, ...rest.map((place) => (place < first ? place : place + 1))]),
  );
}
