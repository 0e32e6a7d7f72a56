import { systemClock } from './clock';
import type { RunContext } from './context';
import { cloud, database } from './database';
import type { EffectHandlers } from './effects';
import type { Environment } from './environment';
import { randomId } from './ids';
import type { Invocation } from './invocation';
import { describe, log } from './log';
import { openApi } from './open-api';
import { openRepository } from './repository';

const wechat = openApi(cloud);

/** Puts together what one invocation works with; `handlers` may use the context that they are part of. */
export function startRun(
  invocation: Invocation,
  environment: Environment,
  handlers: (run: RunContext) => EffectHandlers,
): RunContext {
  const { vault, settings, speech, voice, templates } = environment;
  const run: RunContext = {
    now: systemClock.now(),
    invocation: invocation.id,
    database,
    openApi: wechat,
    vault,
    speech,
    voice,
    settings,
    templates,
    carrier: {
      invocation: invocation.id,
      handlers: new Map(),
      failed: (effect, error) =>
        log('effect failed', { run: invocation.id, effect: effect.kind, ...describe(error) }),
    },
    repository: (definition) =>
      openRepository(definition, { database, settings, now: () => run.now, random: Math.random, sleep }),
    async temporaryUrls(fileIds) {
      const reply = await cloud.getTempFileURL({ fileList: [...fileIds] });
      return reply.fileList.map((file: { tempFileURL?: string }) => file.tempFileURL ?? '');
    },
    async storeFile(cloudPath, fileContent) {
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent });
      return fileID;
    },
    async removeFiles(fileIds) {
      if (fileIds.length === 0) return;
      const { fileList } = await cloud.deleteFile({ fileList: [...fileIds] });
      const kept = fileList.find(({ code }) => code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST');
      if (kept !== undefined) throw new Error(`a file stays: ${kept.code}`);
    },
    freshId: randomId,
  };
  run.carrier = { ...run.carrier, handlers: handlers(run) };
  return run;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
