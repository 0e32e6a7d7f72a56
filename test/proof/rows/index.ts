import type { ActionName } from '@contract/actions';
import type { Rows } from '../row';
import { desk } from './desk';
import { people } from './people';
import { school } from './school';
import { service } from './service';

/** What is expected of every action: one without a row does not compile, and `matrix.test.ts` compares with the table. */
export const rows: Rows<ActionName> = { ...people, ...school, ...service, ...desk };
