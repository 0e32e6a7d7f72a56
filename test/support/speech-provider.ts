import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for Tencent Cloud's 一句话识别: hears what the test says it does. */
export interface SpeechProvider {
  /** What goes into RS_SPEECH. */
  readonly variable: string;
  /** Headers and body of each call. */
  readonly calls: { headers: Readonly<Record<string, unknown>>; body: Readonly<Record<string, unknown>> }[];
  /** What it understands next; `null`: it answers with an error of its own. */
  words: string | null;
  close(): Promise<void>;
}

export async function startSpeechProvider(): Promise<SpeechProvider> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString('utf8');
    });
    request.on('end', () => {
      provider.calls.push({ headers: request.headers, body: JSON.parse(text) });
      const answer =
        provider.words === null
          ? { Error: { Code: 'FailedOperation.ErrorRecognize', Message: 'no' }, RequestId: 'sample' }
          : { Result: provider.words, AudioDuration: 2380, RequestId: 'sample' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ Response: answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const provider: SpeechProvider = {
    variable: JSON.stringify({ secretId: 'id', secretKey: 'key', endpoint: `http://127.0.0.1:${port}/` }),
    calls: [],
    words: '',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}
