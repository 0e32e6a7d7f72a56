import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for a service of Tencent Cloud on this machine. */
export interface TencentStandIn {
  /** What goes into RS_SPEECH or RS_VOICE. */
  readonly variable: string;
  /** Headers and body of each call. */
  readonly calls: { headers: Readonly<Record<string, unknown>>; body: Readonly<Record<string, unknown>> }[];
  close(): Promise<void>;
}

/** @param answer what stands in `Response` */
export async function startTencent(answer: () => object): Promise<TencentStandIn> {
  const calls: TencentStandIn['calls'] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString('utf8');
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body: JSON.parse(text) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ Response: { ...answer(), RequestId: 'sample' } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    variable: JSON.stringify({ secretId: 'id', secretKey: 'key', endpoint: `http://127.0.0.1:${port}/` }),
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
