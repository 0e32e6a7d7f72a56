import { MovableClock } from './clock';
import type { DataFolder } from './data-folder';
import { CloudError } from './errors';
import { FaultBook } from './faults';
import type { Place } from './functions/environment';
import { FunctionRunner } from './functions/runner';
import { Timers } from './functions/timers';
import { SILENCE } from './limits';
import { InvocationLog } from './logs';
import { Desk, WECHAT, type WxMessage } from './open-api/desk';
import type { Parts } from './server/parts';
import { PlanBook } from './server/plans';
import { Sessions } from './sessions';
import { Addresses } from './storage/addresses';
import { DiskFiles, type FileStore, MemoryFiles } from './storage/files';
import { openStore, type Store } from './store/index';
import type { CloudOptions } from './types';

/** Builds everything that a cloud consists of, except the server in front of it. */
export async function assemble(
  options: CloudOptions,
  { documents, files: folder, memory }: DataFolder,
  url: () => string,
): Promise<Parts> {
  const env = options.env ?? 'local-env';
  const appid = options.appid ?? 'wx0000000000000000';
  const warn = options.onWarn ?? ((text: string) => process.emitWarning(text, 'LocalCloud'));
  const place = (): Place => ({ env, appid, adminUrl: `${url()}/admin` });
  const clock = new MovableClock({
    offset: Number(memory.read('cloud', 'clock-offset') ?? 0),
    remember: (offset) => memory.write('cloud', 'clock-offset', String(offset)),
  });
  const now = (): number => clock.now();
  const faults = new FaultBook();
  const log = new InvocationLog();
  if (options.onLog) log.onEntry(options.onLog);
  const runner = new FunctionRunner({ place, clock, faults, log });
  const timers = new Timers((name, event) => runner.invoke(name, event, { cause: 'timer' }), now);
  clock.listen(timers);
  return {
    place,
    onlyEnv: options.env,
    clock,
    faults,
    runner,
    timers,
    log,
    warn,
    desk: openDesk(options, { clock, memory, appid }, runner),
    files: await openFiles(folder),
    store: openDocuments(options, documents, now, warn),
    addresses: new Addresses(env, memory.key, now),
    sessions: new Sessions(memory.key),
    plans: new PlanBook(),
    silenceMs: options.silenceMs ?? SILENCE,
    templateTitles: options.templateTitles ?? {},
  };
}

function openDesk(
  { messages = {} }: CloudOptions,
  own: { clock: MovableClock; memory: DataFolder['memory']; appid: string },
  runner: FunctionRunner,
): Desk {
  const takerOf = (kind: string): string | undefined => messages[kind] ?? messages['*'];
  const push = async (message: WxMessage): Promise<unknown> => {
    const kind = message.Event ?? message.MsgType;
    const taker = takerOf(kind);
    if (!taker)
      throw new CloudError('FUNCTION_NOT_FOUND', `no function takes pushed messages of kind ${kind}`);
    const about = message.FromUserName;
    const caller = about === undefined || about === WECHAT ? {} : { openid: about };
    return JSON.parse(await runner.invoke(taker, JSON.stringify(message), { cause: 'message', caller }));
  };
  return new Desk({ ...own, push, takes: (kind) => takerOf(kind) !== undefined });
}

async function openFiles(folder: string | undefined): Promise<FileStore> {
  if (folder === undefined) return new MemoryFiles();
  const files = new DiskFiles(folder);
  await files.tidy();
  return files;
}

function openDocuments(
  { collections, scan, scanLimit, durability, duplicateShape }: CloudOptions,
  file: string,
  now: () => number,
  onWarn: (text: string) => void,
): Store {
  return openStore({
    file,
    now,
    onWarn,
    ...(collections && { collections }),
    ...(scan && { scan }),
    ...(scanLimit !== undefined && { scanLimit }),
    ...(durability && { durability }),
    ...(duplicateShape && { duplicateShape }),
  });
}
