import { actionTable } from '../../core/action';
import { aloudActions } from '../../home/read-aloud/actions';
import { joiningActions } from '../../people/joining/actions';
import { rightsActions } from '../../people/rights/actions';
import { burdenActions } from '../../report/burden/actions';
import { ledgerActions } from '../../report/ledger/actions';
import { numbersActions } from '../../report/numbers/actions';
import { operationsActions } from '../../report/operations/actions';
import { paperActions } from '../../report/paper/actions';
import { archiveActions } from '../../school/archive/actions';
import { committeeActions } from '../../school/committee/actions';
import { matterActions } from '../../school/matter/actions';
import { matterSubjectActions } from '../../school/matter/subject-actions';
import { planActions } from '../../school/plan/actions';
import { policyActions } from '../../school/policy/actions';

/** What reads a month or a whole desk; `contract/functions.ts` sends the phones here. */
export const reportTable = actionTable(
  ledgerActions,
  burdenActions,
  numbersActions,
  operationsActions,
  paperActions,
  archiveActions,
  committeeActions,
  matterActions,
  matterSubjectActions,
  planActions,
  policyActions,
  joiningActions,
  rightsActions,
  aloudActions,
);
