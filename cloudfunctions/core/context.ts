import type { Aggregate, AggregateDefinition } from './aggregate';
import type { Caller } from './caller';
import type { Database } from './database';
import type { Carrier } from './effects';
import type { OpenApi } from './open-api';
import type { Repository } from './repository';
import type { Settings } from './settings';
import type { Speech } from './speech';
import type { Templates } from './templates';
import type { Vault } from './vault';
import type { Voice } from './voice';

/** What a run of any function has at hand. */
export interface RunContext {
  /** Epoch ms, the same during the whole run. */
  now: number;
  invocation: string;
  database: Database;
  openApi: OpenApi;
  vault: Vault;
  speech: Speech;
  voice: Voice;
  settings: Settings;
  templates: Templates;
  carrier: Carrier;
  repository<Doc extends Aggregate>(definition: AggregateDefinition<Doc>): Repository<Doc>;
  /** Addresses of stored files that work for a short while, in the order asked for. */
  temporaryUrls(fileIds: readonly string[]): Promise<string[]>;
  /** Puts a file into cloud storage, in the place of one of that path. @returns its id */
  storeFile(path: string, content: Buffer): Promise<string>;
  /** Takes files out of cloud storage; one that is gone already is no error. */
  removeFiles(fileIds: readonly string[]): Promise<void>;
  /** A random id. */
  freshId(): string;
}

/** What an action has at hand. */
export interface ActionContext extends RunContext {
  /** Request id of the person's intention; an empty string in reads. */
  rid: string;
  /** When it was done, if it waited on the phone for a network. */
  occurredAt: number | null;
  caller: Caller;
}
