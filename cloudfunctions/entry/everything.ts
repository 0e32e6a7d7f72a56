import type { ActionTable } from '../core/action';
import { table } from './api/table';
import { reportTable } from './report/table';

/** Every action of the contract, whichever function answers it: what tests and benches enumerate. */
export const everything: ActionTable = new Map([...table, ...reportTable]);
