import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudClock } from './clock';
import type { Faults } from './faults';
import type { LogBook, LogEntry } from './logs';
import type { OpenApiDesk } from './open-api/desk';
import type { PlanListener } from './server/plans';
import type { Declarations, Store, StoreOptions } from './store/index';

/** A cloud function as it would be deployed: one CommonJS bundle with `exports.main(event, context)`. */
export interface FunctionDeclaration {
  name: string;
  /** Absolute path of the bundle. */
  file: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** The function's own variables; nothing else of this process's environment reaches it. */
  environment: Record<string, string>;
  triggers: TimerTrigger[];
  /** The open APIs that it may call, as `permissions.openapi` of its config.json names them; all of them without it. */
  openApi?: readonly string[];
  /** Most workers that may run at once (default 8); a call beyond that waits its turn. */
  instances?: number;
}

export interface TimerTrigger {
  name: string;
  /** CloudBase's seven fields: second minute hour day month weekday year, read in China time. */
  cron: string;
}

/** Who is calling from a mini program, as WeChat would state it. */
export interface Caller {
  openid?: string;
  unionid?: string;
}

export interface CloudOptions {
  /** Folder for everything durable, or ':memory:'. */
  data: string;
  /** 0 (the default) lets the system choose. */
  port?: number;
  /** When given, requests for another environment are refused; otherwise any name is accepted. */
  env?: string;
  appid?: string;
  collections?: Declarations;
  scan?: Exclude<StoreOptions['scan'], undefined>;
  scanLimit?: number;
  durability?: Exclude<StoreOptions['durability'], undefined>;
  duplicateShape?: Exclude<StoreOptions['duplicateShape'], undefined>;
  functions?: FunctionDeclaration[];
  /** Run due timers by themselves as time passes (default false: only when the clock is moved). */
  timers?: boolean;
  /** Serve `/control` (default true). */
  control?: boolean;
  /** How long a fault of silence holds a connection at most, in milliseconds (default 20,000). */
  silenceMs?: number;
  /** Function that receives each of WeChat's pushed messages, by `Event` (or `MsgType`); '*' takes the rest. */
  messages?: Record<string, string>;
  /** Titles of subscription templates by id, as a person reads them in WeChat's dialog. */
  templateTitles?: Record<string, string>;
  /** Answers every route of the http server that the cloud itself does not know. */
  fallback?: (request: IncomingMessage, response: ServerResponse) => void;
  onLog?: (entry: LogEntry) => void;
  /** Sentences that a person should read: a query that scans, a damaged row. */
  onWarn?: (text: string) => void;
}

export interface Cloud {
  readonly url: string;
  /** What `TCB_CONTEXT_CNFG='{"URL": …}'` must name for the SDK to come here. */
  readonly adminUrl: string;
  readonly env: string;
  readonly store: Store;
  readonly clock: CloudClock;
  readonly faults: Faults;
  readonly openApi: OpenApiDesk;
  readonly logs: LogBook;
  /**
   * Calls a function as `wx.cloud.callFunction` would.
   * @throws CloudError with production's code when the function fails.
   */
  invoke(name: string, data: unknown, caller?: Caller): Promise<unknown>;
  /**
   * Delivers a timer's event now. With several triggers on a function the name is needed.
   * @throws CloudError when the function fails; the platform's redelivery is then already scheduled.
   */
  fireTimer(functionName: string, triggerName?: string): Promise<unknown>;
  /**
   * Hears how each query that arrives was served: what the reply's `x-local-plan` header says, for
   * callers who do not see headers. @returns a function that stops listening.
   */
  onPlan(listener: PlanListener): () => void;
  /** An opaque token for the client gateway that stands for this person; it survives a restart. */
  session(openid: string, unionid?: string): string;
  /** Deploys: replaces every function and trigger. Invocations under way finish on the old code. */
  reload(functions: FunctionDeclaration[]): Promise<void>;
  /** Resolves when no function runs any more: pushed messages are answered by functions that nobody waits for. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
