import type { Aggregate, Effect } from './aggregate';
import { LEASE_MS } from './aggregate';
import type { Repository } from './repository';

/**
 * Effects are promised by the update that causes them, carried out before the function returns,
 * then removed. A crash leaves them with a lease; when that has passed, `sweep` takes them over.
 * Effects on documents happen exactly once (deterministic ids); WeChat messages at most once.
 */
export type EffectHandler = (effect: Effect) => Promise<void>;
export type EffectHandlers = ReadonlyMap<string, EffectHandler>;

/** Makes an effect held by this invocation; `id` must follow from the document and the command. */
export function promise(id: string, kind: string, data: Effect['data'], by: string, now: number): Effect {
  return { id, kind, data, lease: { by, until: now + LEASE_MS } };
}

/** Takes over effects whose lease has passed. Returns the same list when there is none. */
export function takeOver(effects: readonly Effect[], by: string, now: number): readonly Effect[] {
  if (!effects.some((effect) => effect.lease.until <= now)) return effects;
  return effects.map((effect) =>
    effect.lease.until <= now ? { ...effect, lease: { by, until: now + LEASE_MS } } : effect,
  );
}

export interface Carrier {
  invocation: string;
  handlers: EffectHandlers;
  /** Told of an effect that failed: it stays in the document until `sweep` comes. */
  failed(effect: Effect, error: unknown): void;
}

/**
 * Carries out what this invocation holds in the document and removes it. Never throws: the command
 * itself is committed, and what failed is still written in the document.
 */
export async function carryOut<Doc extends Aggregate>(
  repository: Repository<Doc>,
  doc: Doc,
  carrier: Carrier,
): Promise<void> {
  const done: string[] = [];
  for (const effect of doc.effects) {
    if (effect.lease.by !== carrier.invocation) continue;
    const handler = carrier.handlers.get(effect.kind);
    try {
      if (handler === undefined) throw new Error(`no handler for the effect ${effect.kind}`);
      await handler(effect);
      done.push(effect.id);
    } catch (error) {
      carrier.failed(effect, error);
    }
  }
  if (done.length === 0) return;
  try {
    await repository.change(doc._id, settling(carrier.invocation), (stored) => {
      const effects = stored.effects.filter((effect) => !done.includes(effect.id));
      return effects.length === stored.effects.length ? stored : { ...stored, effects };
    });
  } catch (error) {
    for (const effect of doc.effects.filter(({ id }) => done.includes(id))) carrier.failed(effect, error);
  }
}

/** Never in a timeline: settling is not a command of anybody. */
const settling = (invocation: string) => `settle:${invocation}`;
