import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildError, type BuildReport, buildPhone, createBuildCache } from '../build/index';
import { STYLE_EXTENSIONS } from '../build/preprocess';
import type { BuildNews } from '../runtime/build-news';
import { phoneAssets } from '../serve';
import { watchFolder } from './watch';

const CLIENT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../runtime/dev-client.ts');

export interface KeepOptions {
  project: string;
  /** Where the phone is served; begins and ends with a slash. */
  prefix?: string;
  /** Scripts that run in the phone after its own, such as an automation agent. */
  extraScripts?: readonly string[];
  /** Builds again when a file of the project was saved. */
  watch?: boolean;
  onBuilt?: (report: BuildReport) => void;
  /** A build after the first failed; the phone shows it too. */
  onFailed?: (error: BuildError) => void;
}

export interface BuiltPhone {
  readonly report: BuildReport;
  /** Answers true when the request was for the phone, or for who wants to hear of its builds (`__built`). */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  close(): Promise<void>;
}

/** A mini program on a phone, kept built. The first build must succeed: throws its `BuildError`. */
export async function keepBuilt(options: KeepOptions): Promise<BuiltPhone> {
  const out = mkdtempSync(path.join(tmpdir(), 'phone-'));
  const { prefix = '/' } = options;
  const listeners = new Set<ServerResponse>();
  const cache = createBuildCache();
  const build = (): Promise<BuildReport> =>
    buildPhone({
      cache,
      project: options.project,
      out,
      extraScripts: [...(options.extraScripts ?? []), CLIENT],
    });
  const report = await build().catch((error: unknown) => {
    rmSync(out, { recursive: true, force: true });
    throw error;
  });
  options.onBuilt?.(report);
  const tell = (news: BuildNews): void => {
    for (const listener of listeners) listener.write(`event: built\ndata: ${JSON.stringify(news)}\n\n`);
  };
  // Since the phones were last told: they have not seen what failed in between.
  const changed = new Set<string>();
  let { sheets } = report;
  const rebuild = inTurn(async () => {
    try {
      const files = [...changed];
      const next = await build();
      options.onBuilt?.(next);
      for (const file of files) changed.delete(file);
      const styles = files.every(isStyle) ? changedStyles(sheets, next.sheets) : undefined;
      sheets = next.sheets;
      tell({ changed: files, ...(styles === undefined ? {} : { styles }) });
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      options.onFailed?.(error);
      tell({ changed: [...changed], failure: error.message });
    }
  });
  const unwatch =
    options.watch === false
      ? undefined
      : watchFolder(path.resolve(options.project), out, (files) => {
          for (const file of files) changed.add(file);
          rebuild.ask();
        });
  const assets = phoneAssets(out, prefix);
  return {
    report,
    handle(request, response) {
      if (request.url !== `${prefix}__built`) return assets(request, response);
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .write('\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return true;
    },
    async close() {
      unwatch?.();
      await rebuild.done();
      await cache.dispose();
      for (const listener of listeners) listener.end();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

const isStyle = (file: string): boolean => STYLE_EXTENSIONS.some((extension) => file.endsWith(extension));

type Sheets = BuildReport['sheets'];

/** Undefined when a unit has a sheet now and had none, or the other way round. */
function changedStyles(before: Sheets, now: Sheets): Sheets | undefined {
  const paths = Object.keys(now);
  if (paths.length !== Object.keys(before).length || paths.some((path) => before[path] === undefined))
    return undefined;
  const changed = paths.filter((path) => JSON.stringify(before[path]) !== JSON.stringify(now[path]));
  return Object.fromEntries(changed.flatMap((path) => (now[path] ? [[path, now[path]]] : [])));
}

/** One at a time; asked for while one runs, it runs once more afterwards. */
function inTurn(work: () => Promise<void>): { ask(): void; done(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
    running = undefined;
  };
  return {
    ask() {
      again = true;
      running ??= run();
    },
    done: async () => running,
  };
}
