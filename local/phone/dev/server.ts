import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuildReport } from '../build/index';
import { type KeepOptions, keepBuilt } from './keep-built';

export interface DevOptions extends Omit<KeepOptions, 'prefix'> {
  /** 0 for any free port. */
  port: number;
}

export interface DevServer {
  readonly url: string;
  /** For what else listens on the same port, such as a WebSocket. */
  readonly server: Server;
  readonly report: BuildReport;
  close(): Promise<void>;
}

/** Serves a mini program on a phone and keeps it built. The first build must succeed: throws its `BuildError`. */
export async function serveProject({ port, ...options }: DevOptions): Promise<DevServer> {
  const phone = await keepBuilt(options);
  const server = createServer((request, response) => {
    phone.handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch(async (error: unknown) => {
    // What watches the project would keep the process alive.
    await phone.close();
    throw error;
  });
  return {
    // A listening TCP server has an AddressInfo.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    server,
    report: phone.report,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await phone.close();
    },
  };
}
