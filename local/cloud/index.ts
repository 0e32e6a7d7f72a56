/** CloudBase on one machine: `startCloud` is the whole of it; the README says what it is and is not. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { assemble } from './assemble';
import { type Memory, openDataFolder } from './data-folder';
import { asPlainError } from './functions/runner';
import { clientEvent } from './server/client';
import type { Parts } from './server/parts';
import { createCloudServer } from './server/server';
import type { Cloud, CloudOptions, FunctionDeclaration } from './types';

export type { CloudClock } from './clock';
export { emptyDataFolder } from './data-folder';
export { CloudError } from './errors';
export type { Call, Effect, Fault, Faults } from './faults';
export type { LogBook, LogEntry, LogLine } from './logs';
export type { OpenApiDesk, WxMessage } from './open-api/desk';
export { WxError } from './open-api/reply';
export type { DeliveredMessage } from './open-api/subscriptions';
export type { PlanListener } from './server/plans';
export type { Declarations, IndexDeclaration, Plan, Store } from './store/index';
export type { Caller, Cloud, CloudOptions, FunctionDeclaration, TimerTrigger } from './types';

/**
 * Opens a data folder and serves it on a port of this machine.
 * @throws StoreError when the folder is damaged, foreign or in use; nothing in it is changed then.
 * @throws CloudError INVALID_PARAM for a schedule that is none, and the system's error for a port in use.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = openDataFolder(options.data);
  let url = '';
  let parts: Parts | undefined;
  let server: Server | undefined;
  try {
    parts = await assemble(options, folder, () => url);
    server = createCloudServer({ parts, control: options.control ?? true, fallback: options.fallback });
    server.listen(options.port ?? 0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has an address of this kind.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    deploy(parts, options.functions ?? []);
    if (options.timers) parts.timers.run();
    return handle(parts, url, server, folder.memory);
  } catch (error) {
    await shutDown(parts, server, folder.memory);
    throw error;
  }
}

function handle(parts: Parts, url: string, server: Server, memory: Memory): Cloud {
  const { env, appid, adminUrl } = parts.place();
  let closed: Promise<void> | undefined;
  return {
    url,
    adminUrl,
    env,
    store: parts.store,
    clock: parts.clock,
    faults: parts.faults,
    openApi: parts.desk,
    logs: parts.log,
    invoke(name, data, caller = {}) {
      return parsed(parts.runner.invoke(name, clientEvent(data, caller, appid), { cause: 'client', caller }));
    },
    fireTimer: (functionName, triggerName) => parsed(parts.timers.fire(functionName, triggerName)),
    onPlan: (listener) => parts.plans.listen(listener),
    session(openid, unionid) {
      parts.log.knowPerson(openid);
      return parts.sessions.issue({ openid, ...(unionid !== undefined && { unionid }) });
    },
    async reload(functions) {
      deploy(parts, functions);
    },
    async idle() {
      // What a function has set off without waiting for it begins with the next turn.
      await turn();
      await parts.runner.idle();
    },
    close() {
      closed ??= shutDown(parts, server, memory);
      return closed;
    },
  };
}

function deploy({ timers, runner, warn }: Parts, functions: FunctionDeclaration[]): void {
  if (functions.length > 0 && new Date().getTimezoneOffset() !== 0) {
    warn('functions run in UTC in production and share the zone of this process here: start it with TZ=UTC');
  }
  timers.deploy(functions);
  runner.deploy(functions);
}

async function shutDown(parts: Parts | undefined, server: Server | undefined, memory: Memory): Promise<void> {
  parts?.timers.stop();
  server?.closeAllConnections();
  if (server?.listening) await new Promise((done) => server.close(done));
  await parts?.runner.close();
  parts?.store.close();
  memory.close();
}

async function parsed(reply: Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await reply);
  } catch (error) {
    throw asPlainError(error);
  }
}
