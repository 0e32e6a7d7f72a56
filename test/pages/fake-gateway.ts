import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionName, InputOf, OutputOf } from '../../miniprogram/contract/actions';
import type { CallReply, CallRequest, ReadsRequest } from '../../miniprogram/contract/envelope';
import { REFUSALS, type RefusalCode, type RefusalDetail } from '../../miniprogram/contract/errors';
import { sampleAnswers } from './samples/answers';

/** Answers in the shape of the contract, without a server behind them: for looking at pages and for their tests. */
export type Answers = { [Name in ActionName]?: (input: InputOf<Name>) => OutputOf<Name> };

export interface Gateway {
  /** Goes into the phone's address as `cloud`. */
  readonly url: string;
  /** Every call that arrived, in order. */
  readonly calls: readonly CallRequest[];
  answer<Name extends ActionName>(name: Name, run: (input: InputOf<Name>) => OutputOf<Name>): void;
  refuse(name: ActionName, code: RefusalCode, detail?: RefusalDetail): void;
  /** From now on no call is answered: 'silent' never replies, 'broken' replies with WeChat's own error. */
  fail(how: 'silent' | 'broken' | 'not'): void;
  /** ms before each reply. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** @param now what the server's clock says at the start, epoch ms; it goes on from there. */
export async function startGateway(now: number): Promise<Gateway> {
  const started = Date.now();
  const calls: CallRequest[] = [];
  const table = new Map<string, (input: never) => unknown>(Object.entries(sampleAnswers(now)));
  const refused = new Map<string, { code: RefusalCode; detail: RefusalDetail }>();
  let failing: 'silent' | 'broken' | 'not' = 'not';
  let pause = 0;

  function reply(call: CallRequest): CallReply<unknown> {
    const time = now + Date.now() - started;
    const refusal = refused.get(call.action);
    if (refusal) {
      const { code, detail } = refusal;
      return { ok: false, refusal: { code, says: REFUSALS[code], ...detail }, now: time };
    }
    const run = table.get(call.action);
    if (!run) throw new Error(`test/pages has no sample answer for ${call.action}`);
    // The page's call was typed by the contract; over the wire the pairing of name and input is lost.
    return { ok: true, output: run(call.input as never), now: time };
  }

  /** Of reads that come together one without a sample fails by itself, as it does when it comes alone. */
  function replyBeside(call: CallRequest): CallReply<unknown> {
    if (table.has(call.action) || refused.has(call.action)) return reply(call);
    const says = REFUSALS.INTERNAL;
    return { ok: false, refusal: { code: 'INTERNAL', says }, now: now + Date.now() - started };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const body = await bodyOf(request);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (failing === 'silent') return;
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(failing === 'broken' ? BROKEN : answerTo(pathname, body)));
  }

  function answerTo(pathname: string, body: Buffer): object {
    if (pathname === '/client/upload')
      return { fileID: 'cloud://sample/recordings/sample.mp3', statusCode: 200 };
    if (pathname !== '/client/call') return { errCode: -1, errMsg: `no ${pathname} here` };
    // What the phone sends: one call, or the reads of a page together.
    const { data } = JSON.parse(body.toString('utf8')) as { data: CallRequest | ReadsRequest };
    const all = 'reads' in data ? data.reads : [data];
    calls.push(...all);
    const replies = all.map('reads' in data ? replyBeside : reply);
    return {
      requestID: `sample-${calls.length}`,
      result: 'reads' in data ? { replies } : replies[0],
    };
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    answer: (name, run) => {
      refused.delete(name);
      table.set(name, run);
    },
    refuse: (name, code, detail = {}) => {
      refused.set(name, { code, detail });
    },
    fail: (how) => {
      failing = how;
    },
    delay: (ms) => {
      pause = ms;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const BROKEN = { errCode: -504002, errMsg: 'functions execute fail' };

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
