import type { ActionName } from '@contract/actions';
import type { Scene } from '../row';
import type { Kept, ProofTown } from './proof-town';
import type { Proven } from './proven';

/** The town of an action's scene, where it can be done at once. */
export interface Stage {
  t: ProofTown;
  one: Proven;
  /** Which of all actions it is: what turns with the seed turns with it. */
  place: number;
  scene: Scene<ActionName>;
  kept: Kept;
}

/** One kind of proof that every action goes through. It leaves the town as it found it. */
export interface Proof {
  /** As it is counted, and chosen by `PROOF_KIND`. */
  kind: 'cells' | 'replays' | 'faults' | 'fuzz';
  says: string;
  /** Of what only reads as well. */
  reads: boolean;
  prove(stage: Stage): Promise<void>;
}

/** Whoever does something for the first time becomes known by it, also when it is then refused. */
export const isNewcomer = (key: string): boolean =>
  key.startsWith('accounts/') || /^persons\/(?!sample_)/.test(key);
