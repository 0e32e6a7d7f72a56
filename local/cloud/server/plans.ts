import type { Plan } from '../store/index';

/** Hears how a query was served, and which function asked (undefined for a caller outside of functions). */
export type PlanListener = (plan: Plan, functionName: string | undefined) => void;

export class PlanBook {
  readonly #listeners = new Set<PlanListener>();

  /** @returns a function that stops listening. */
  listen(listener: PlanListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(plan: Plan, functionName: string | undefined): void {
    for (const listener of this.#listeners) listener(plan, functionName);
  }
}
