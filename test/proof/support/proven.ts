import type { ActionName } from '@contract/actions';
import type { AnyAction } from '../../../cloudfunctions/core/action';
import { everything as table } from '../../../cloudfunctions/entry/everything';
import { type Actor, CAST, type Row, type Scene, type Verdict } from '../row';
import { rows } from '../rows/index';

/** An action with its row, whose name the compiler no longer follows. */
export interface Proven {
  name: ActionName;
  action: AnyAction;
  /** Its inputs and its name belong together: both come from one row. */
  scene(...args: Parameters<Row<ActionName>['scene']>): Promise<Scene<ActionName>>;
  expected: ReadonlyMap<Actor, Verdict>;
  /** Where a wrong code is counted. */
  tries: string | undefined;
}

/** `PROOF_ONLY=request.claim,session.take` proves these alone, to look at a failure. */
const only = (process.env['PROOF_ONLY'] ?? '').split(',').filter((name) => name !== '');
/** `PROOF_KIND=faults` goes through this kind of proof alone (`proof.ts`). */
export const KINDS = (process.env['PROOF_KIND'] ?? '').split(',').filter((kind) => kind !== '');
/** `PROOF=full`: everything, for the night; otherwise what fits into `npm test`. */
export const FULL = process.env['PROOF'] === 'full';
/** `PROOF=calls`: each call of each write goes wrong in one way. */
export const EVERY_CALL = process.env['PROOF'] === 'calls';
/** What is drawn, is drawn from this. */
export const SEED = Number(process.env['PROOF_SEED'] ?? '1');

export const proven: readonly Proven[] = [...table.values()]
  .filter(({ name }) => only.length === 0 || only.includes(name))
  .map((action) => {
    // `rows` is complete for the contract, and the table has no other names (actions.test.ts).
    const row = rows[action.name] as unknown as Row<ActionName>;
    return {
      name: action.name,
      action,
      scene: row.scene.bind(row),
      expected: expectedOf(row),
      tries: row.tries,
    };
  });

function expectedOf({ expect }: Row<ActionName>): ReadonlyMap<Actor, Verdict> {
  const given: Readonly<Partial<Record<Actor | 'others', Verdict>>> = expect;
  return new Map(
    CAST.map((actor) => {
      const verdict = given[actor] ?? given.others;
      if (verdict === undefined) throw new Error(`a row says nothing of ${actor}`);
      return [actor, verdict] as const;
    }),
  );
}
