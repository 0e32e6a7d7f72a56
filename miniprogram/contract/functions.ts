import type { ActionName } from './actions';

/** Actions that take long or much memory have a function of their own (DESIGN section 2): everybody else's calls stay quick. */
export const HEAVY_ACTIONS = ['ledger.export', 'burden.get'] as const satisfies readonly ActionName[];

export type DeployedFunction = 'api' | 'report';

/** The deployed function that answers this action. */
export function functionOf(action: string): DeployedFunction {
  return HEAVY_ACTIONS.some((heavy) => heavy === action) ? 'report' : 'api';
}
