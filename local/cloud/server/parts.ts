import type { MovableClock } from '../clock';
import type { FaultBook } from '../faults';
import type { Place } from '../functions/environment';
import type { FunctionRunner } from '../functions/runner';
import type { Timers } from '../functions/timers';
import type { InvocationLog } from '../logs';
import type { Desk } from '../open-api/desk';
import type { Sessions } from '../sessions';
import type { Addresses } from '../storage/addresses';
import type { FileStore } from '../storage/files';
import type { Store } from '../store/index';
import type { PlanBook } from './plans';

/** Everything that the routes of one cloud work with. */
export interface Parts {
  place: () => Place;
  /** Set when requests for another environment are refused. */
  onlyEnv: string | undefined;
  store: Store;
  clock: MovableClock;
  faults: FaultBook;
  runner: FunctionRunner;
  timers: Timers;
  log: InvocationLog;
  desk: Desk;
  files: FileStore;
  addresses: Addresses;
  sessions: Sessions;
  plans: PlanBook;
  /** How long a fault of silence holds a connection at most. */
  silenceMs: number;
  /** Titles of subscription templates by id. */
  templateTitles: Readonly<Record<string, string>>;
  warn: (text: string) => void;
}

/** What the database's actions work with. */
export interface DatabaseParts extends Pick<Parts, 'store'> {
  clock: Pick<MovableClock, 'now'>;
}
