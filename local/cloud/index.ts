/** CloudBase on one machine: `startCloud` is the whole of it; the README says what it is and is not. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MovableClock } from './clock';
import { type DataFolder, openDataFolder } from './data-folder';
import { CloudError } from './errors';
import { FaultBook } from './faults';
import type { Place } from './functions/environment';
import { asPlainError, FunctionRunner } from './functions/runner';
import { Timers } from './functions/timers';
import { InvocationLog } from './logs';
import { Desk, WECHAT, type WxMessage } from './open-api/desk';
import { clientEvent } from './server/client';
import type { Parts } from './server/parts';
import { PlanBook } from './server/plans';
import { createCloudServer } from './server/server';
import { Sessions } from './sessions';
import { Addresses } from './storage/addresses';
import { DiskFiles, MemoryFiles } from './storage/files';
import { openStore, type Store, type StoreOptions } from './store/index';
import type { Cloud, CloudOptions, FunctionDeclaration } from './types';

export type { CloudClock } from './clock';
export { CloudError } from './errors';
export type { Call, Effect, Fault, Faults } from './faults';
export type { LogBook, LogEntry, LogLine } from './logs';
export type { OpenApiDesk, WxMessage } from './open-api/desk';
export { WxError } from './open-api/reply';
export type { DeliveredMessage } from './open-api/subscriptions';
export type { Declarations, IndexDeclaration, Plan, Store } from './store/index';
export type { Caller, Cloud, CloudOptions, FunctionDeclaration, TimerTrigger } from './types';

/**
 * Opens a data folder and serves it on a port of this machine.
 * @throws StoreError when the folder is damaged, foreign or in use; nothing in it is changed then.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = openDataFolder(options.data);
  try {
    return await open(options, folder);
  } catch (error) {
    folder.memory.close();
    throw error;
  }
}

async function open(options: CloudOptions, folder: DataFolder): Promise<Cloud> {
  const { memory } = folder;
  const env = options.env ?? 'local-env';
  const appid = options.appid ?? 'wx0000000000000000';
  const onWarn = options.onWarn ?? ((text: string) => process.emitWarning(text, 'LocalCloud'));
  let url = '';
  const place = (): Place => ({ env, appid, adminUrl: `${url}/admin` });

  const clock = new MovableClock({
    offset: Number(memory.read('cloud', 'clock-offset') ?? 0),
    remember: (offset) => memory.write('cloud', 'clock-offset', String(offset)),
  });
  const faults = new FaultBook();
  const log = new InvocationLog();
  const runner = new FunctionRunner({ place, clock, faults, log });
  const timers = new Timers(
    (name, event) => runner.invoke(name, event, { cause: 'timer' }),
    () => clock.now(),
  );
  clock.listen(timers);
  const { messages = {} } = options;
  const takerOf = (kind: string): string | undefined => messages[kind] ?? messages['*'];
  const desk = new Desk({ clock, memory, appid, push, takes: (kind) => takerOf(kind) !== undefined });
  const files = folder.files === undefined ? new MemoryFiles() : new DiskFiles(folder.files);
  if (files instanceof DiskFiles) await files.tidy();
  const store = openDocuments(options, folder.documents, clock, onWarn);
  const parts: Parts = {
    place,
    onlyEnv: options.env,
    store,
    clock,
    faults,
    runner,
    timers,
    log,
    desk,
    files,
    addresses: new Addresses(env, memory.key, () => clock.now()),
    sessions: new Sessions(memory.key),
    plans: new PlanBook(),
  };
  if (options.onLog) log.onEntry(options.onLog);

  const server = createCloudServer({
    parts,
    control: options.control ?? true,
    fallback: options.fallback,
    onWarn,
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  deploy(options.functions ?? []);
  if (options.timers) timers.run();

  function deploy(functions: FunctionDeclaration[]): void {
    timers.deploy(functions);
    runner.deploy(functions);
  }

  async function push(message: WxMessage): Promise<unknown> {
    const kind = message.Event ?? message.MsgType;
    const taker = takerOf(kind);
    if (!taker)
      throw new CloudError('FUNCTION_NOT_FOUND', `no function takes pushed messages of kind ${kind}`);
    const about = message.FromUserName;
    const caller = about === undefined || about === WECHAT ? {} : { openid: about };
    return parsed(runner.invoke(taker, JSON.stringify(message), { cause: 'message', caller }));
  }

  return {
    url,
    adminUrl: `${url}/admin`,
    env,
    store,
    clock,
    faults,
    openApi: desk,
    logs: log,
    invoke(name, data, caller = {}) {
      const event = clientEvent(data, caller, appid);
      return parsed(runner.invoke(name, event, { cause: 'client', caller }));
    },
    fireTimer: (functionName, triggerName) => parsed(timers.fire(functionName, triggerName)),
    onPlan: (listener) => parts.plans.listen(listener),
    session(openid, unionid) {
      log.knowPerson(openid);
      return parts.sessions.issue({ openid, ...(unionid !== undefined && { unionid }) });
    },
    async reload(functions) {
      deploy(functions);
    },
    async close() {
      timers.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await runner.close();
      store.close();
      memory.close();
    },
  };
}

function openDocuments(
  options: CloudOptions,
  file: string,
  clock: MovableClock,
  onWarn: (text: string) => void,
): Store {
  const { collections, scan, scanLimit, durability, duplicateShape } = options;
  const settings: StoreOptions = {
    file,
    now: () => clock.now(),
    onWarn,
    ...(collections && { collections }),
    ...(scan && { scan }),
    ...(scanLimit !== undefined && { scanLimit }),
    ...(durability && { durability }),
    ...(duplicateShape && { duplicateShape }),
  };
  return openStore(settings);
}

async function parsed(reply: Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await reply);
  } catch (error) {
    throw asPlainError(error);
  }
}
