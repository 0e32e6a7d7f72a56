import type { ActionName } from '@contract/actions';
import type { Rows } from '../row';
import { aloudRows } from './aloud';
import { awardRows } from './award';
import { burdenRows } from './burden';
import { catalogueRows } from './catalogue';
import { danger } from './danger';
import { desk } from './desk';
import { door } from './door';
import { facultyRows } from './faculty';
import { family } from './family';
import { governanceRows } from './governance';
import { gridRows } from './grids';
import { joiningRows } from './joining';
import { ledgerRows } from './ledger';
import { lessons } from './lessons';
import { operationsRows } from './operations';
import { paperRows } from './paper';
import { people } from './people';
import { planRows } from './plan';
import { portraitRows } from './portrait';
import { rightsRows } from './rights';
import { roleRows } from './roles';
import { roundtableRows } from './roundtable';
import { schedule } from './schedule';
import { school } from './school';
import { service } from './service';
import { sesameRows } from './sesame';
import { sessionAfter } from './session-after';
import { teamRows } from './teams';
import { topics } from './topics';
import { tripRows } from './trips';
import { venueRows } from './venues';
import { walkRows } from './walks';

/** What is expected of every action: one without a row does not compile, and `actions.test.ts` compares with the table. */
export const rows: Rows<ActionName> = {
  ...people,
  ...schedule,
  ...school,
  ...service,
  ...desk,
  ...aloudRows,
  ...awardRows,
  ...catalogueRows,
  ...burdenRows,
  ...danger,
  ...facultyRows,
  ...operationsRows,
  ...family,
  ...governanceRows,
  ...portraitRows,
  ...roleRows,
  ...gridRows,
  ...joiningRows,
  ...rightsRows,
  ...ledgerRows,
  ...lessons,
  ...planRows,
  ...paperRows,
  ...sesameRows,
  ...sessionAfter,
  ...teamRows,
  ...topics,
  ...door,
  ...tripRows,
  ...roundtableRows,
  ...venueRows,
  ...walkRows,
};
