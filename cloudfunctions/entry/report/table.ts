import { actionTable } from '../../core/action';
import { burdenActions } from '../../report/burden/actions';
import { ledgerActions } from '../../report/ledger/actions';

/** What takes long; `contract/functions.ts` sends the phones here. */
export const reportTable = actionTable(ledgerActions, burdenActions);
