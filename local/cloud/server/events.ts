import type { ServerResponse } from 'node:http';
import type { Parts } from './parts';

/** Proxies drop a connection that says nothing. */
const HEARTBEAT_MS = 15_000;

/** Server-sent events: `log`, `message` and `clock`, as they happen. */
export function streamEvents(response: ServerResponse, { clock, log, desk }: Parts): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: string, data: unknown): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const tellTime = (): void => send('clock', { now: clock.now(), offset: clock.offset() });
  const stops = [
    log.onEntry((entry) => send('log', entry)),
    desk.onMessage((message) => send('message', message)),
    clock.onMove(tellTime),
  ];
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  tellTime();
  response.on('close', () => {
    clearInterval(heartbeat);
    for (const stop of stops) stop();
  });
}
