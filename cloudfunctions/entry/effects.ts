import type { RunContext } from '../core/context';
import type { EffectHandlers } from '../core/effects';
import { tie } from '../people/family/deliver';
import { deliver } from '../people/inbox/deliver';
import { forget } from '../people/my-data/deliver';
import { part } from '../service/request/deliver';

/** Every kind of effect and who carries it out. */
export function handlers(run: RunContext): EffectHandlers {
  return new Map([
    ['notify', (effect) => deliver(run, effect)],
    ['tie', (effect) => tie(run, effect)],
    ['forget', (effect) => forget(run, effect)],
    ['part', (effect) => part(run, effect)],
  ]);
}
