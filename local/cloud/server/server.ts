import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { admin } from './admin';
import { client } from './client';
import { control } from './control';
import { storageRoute } from './files';
import { allowOrigin, isLocal, sendJson } from './http';
import type { Parts } from './parts';

type Route = (request: IncomingMessage, response: ServerResponse, url: URL, parts: Parts) => Promise<void>;

export interface ServerOptions {
  parts: Parts;
  control: boolean;
  fallback: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** The one http server of a cloud; it does not listen yet. */
export function createCloudServer({ parts, control: withControl, fallback }: ServerOptions): Server {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://cloud');
    const route = routeOf(url.pathname, withControl);
    if (!route) {
      if (fallback) fallback(request, response);
      else sendJson(response, { code: 'NOT_FOUND', message: `nothing is served at ${url.pathname}` }, 404);
      return;
    }
    if (!isLocal(request)) {
      sendJson(
        response,
        { code: 'PERMISSION_DENIED', message: 'only this machine and its pages may call' },
        403,
      );
      return;
    }
    if (allowOrigin(request, response)) return;
    route(request, response, url, parts).catch((error: unknown) => {
      if (request.socket.destroyed) return; // The caller has gone; there is nobody to tell.
      const message = error instanceof Error ? error.message : String(error);
      parts.warn(
        `${request.method} ${url.pathname} failed: ${error instanceof Error ? error.stack : message}`,
      );
      if (response.headersSent) response.destroy();
      else sendJson(response, { requestId: '', code: 'SYS_ERR', message });
    });
  });
  // Longer than the SDK's agent keeps an idle connection, so that it is never the server that hangs up.
  server.keepAliveTimeout = 65_000;
  // A long upload or a held reply is not an attack here.
  server.requestTimeout = 0;
  return server;
}

function routeOf(path: string, withControl: boolean): Route | undefined {
  if (path === '/admin') return admin;
  if (path.startsWith('/client/')) return client;
  if (path.startsWith('/upload/') || path.startsWith('/files/')) return storageRoute;
  if (path.startsWith('/control/') && withControl) return control;
  return undefined;
}
