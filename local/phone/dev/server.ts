import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildError, type BuildReport, buildPhone, createBuildCache } from '../build/index';
import { phoneAssets } from '../serve';
import { watchFolder } from './watch';

const CLIENT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../runtime/dev-client.ts');

export interface DevOptions {
  project: string;
  /** 0 for any free port. */
  port: number;
  /** Scripts that run in the phone after its own, such as an automation agent. */
  extraScripts?: readonly string[];
  /** Builds again when a file of the project was saved. */
  watch?: boolean;
  onBuilt?: (report: BuildReport) => void;
  /** A build after the first failed; the phone shows it too. */
  onFailed?: (error: BuildError) => void;
}

export interface DevServer {
  readonly url: string;
  /** For what else listens on the same port, such as a WebSocket. */
  readonly server: Server;
  readonly report: BuildReport;
  close(): Promise<void>;
}

/** Serves a mini program on a phone and keeps it built. The first build must succeed: throws its `BuildError`. */
export async function serveProject(options: DevOptions): Promise<DevServer> {
  const out = mkdtempSync(path.join(tmpdir(), 'phone-'));
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
  const tell = (event: string, data: unknown): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const rebuild = inTurn(async () => {
    try {
      options.onBuilt?.(await build());
      tell('rebuilt', null);
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      options.onFailed?.(error);
      tell('failed', error.message);
    }
  });
  const unwatch =
    options.watch === false ? undefined : watchFolder(path.resolve(options.project), out, rebuild);
  const assets = phoneAssets(out);
  const server = createServer((request, response) => {
    if (request.url !== '/__rebuilt') {
      assets(request, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    // A listening TCP server has an AddressInfo.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    server,
    report,
    async close() {
      unwatch?.();
      await cache.dispose();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(out, { recursive: true, force: true });
    },
  };
}

/** One at a time; asked for while one runs, it runs once more afterwards. */
function inTurn(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => void run();
}
