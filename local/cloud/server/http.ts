import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, requestTooLarge } from '../errors';
import type { NoReply } from '../faults';

/**
 * The whole body.
 * @throws CloudError EXCEED_REQUEST_SIZE_LIMIT beyond `limit` bytes; the rest is read and thrown away,
 * because a client that is still writing would not read an answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > limit) reject(requestTooLarge('the request', size, limit));
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

/** @throws CloudError INVALID_PARAM when it is not a JSON object. */
export function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CloudError('INVALID_PARAM', 'the request is not a JSON object');
  }
  return { ...value };
}

export function sendText(response: ServerResponse, text: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, JSON.stringify(value), status);
}

/** Hangs up, or waits until the caller does, `silenceMs` at most. */
export async function withholdReply(
  reply: NoReply,
  request: IncomingMessage,
  silenceMs: number,
): Promise<void> {
  const { socket } = request;
  if (reply.manner === 'silence' && !socket.destroyed) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, silenceMs);
      timer.unref();
      socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  socket.destroy();
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/**
 * Whether this request may be heard: from this machine, and, when a browser sends it, for a page of
 * this machine. Everything here acts with administrator rights, so that a page of the open web that
 * happens to be open beside it must get nothing.
 */
export function isLocal(request: IncomingMessage): boolean {
  const remote = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (!LOOPBACK.has(remote) && !remote.startsWith('127.')) return false;
  if (!LOOPBACK.has(hostName(`http://${request.headers.host ?? ''}`))) return false;
  const { origin } = request.headers;
  return origin === undefined || LOOPBACK.has(hostName(origin));
}

function hostName(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** Lets pages of this machine call from another port. @returns true when that was all there was to do. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-headers', 'content-type,x-local-session');
    response.setHeader('access-control-allow-methods', 'GET,POST,PUT,DELETE');
    response.setHeader('vary', 'origin');
  }
  if (request.method !== 'OPTIONS') return false;
  response.statusCode = 204;
  response.end();
  return true;
}
