import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Problem } from '../phone/runtime/problem';
import { launchBrowser, openContext } from './browser';
import { Fingers, type Point } from './fingers';
import { isRecord, type Message, readMessage } from './message';
import { pressNative } from './native';
import { PhoneAgent } from './phone';
import { refusalOf } from './refused';

/** Where the phone itself calls; clients come to every other path. */
const PHONE_PATH = '/phone';

export interface AutomatorOptions {
  /** The phone's address; its build must have the agent in it (`AGENT`). */
  url: string;
  /** For the clients; any free one by default. */
  port?: number;
  /** Shared with other phones; it stays open when this phone is closed. */
  browser?: Browser;
  /** Shared with other phones as well as all that they keep, but for their `device`; of `launchProfile`. */
  profile?: BrowserContext;
  executablePath?: string;
  headless?: boolean;
}

export interface Automator {
  /** For `automator.connect({ wsEndpoint })`. Clients may come in turn. */
  readonly wsEndpoint: string;
  readonly page: Page;
  problems(): Promise<Problem[]>;
  close(): Promise<void>;
}

/**
 * Opens a phone and answers `miniprogram-automator` for it.
 * @throws Error when the phone does not start, and the system's error for a port in use.
 */
export async function startAutomator(options: AutomatorOptions): Promise<Automator> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: options.port ?? 0 });
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const wsEndpoint = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let closePage = (): Promise<void> => Promise.resolve();
  const close = async (): Promise<void> => {
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
    await closePage();
  };
  try {
    const opened = await openPage(options);
    const { page } = opened;
    ({ closePage } = opened);
    const clients = new Set<WebSocket>();
    const agent = new PhoneAgent(page, (event) => {
      for (const client of clients) client.send(event);
    });
    const answer = createAnswers(page, agent, close);
    server.on('connection', (socket, { url }) => {
      if (url === PHONE_PATH) return agent.take(socket);
      clients.add(socket);
      socket.on('close', () => clients.delete(socket));
      socket.on('message', (data) => {
        void answer(String(data)).then((reply) => {
          if (socket.readyState === socket.OPEN) socket.send(reply);
        });
      });
    });
    const url = new URL(options.url);
    url.searchParams.set('automated', '1');
    url.searchParams.set('line', `${wsEndpoint}${PHONE_PATH}`);
    await page.goto(url.href);
    await agent.ready();
    return { wsEndpoint, page, problems: () => agent.problems(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opened {
  page: Page;
  /** With everything that was opened for it. */
  closePage(): Promise<void>;
}

async function openPage(options: AutomatorOptions): Promise<Opened> {
  const { profile } = options;
  if (profile) {
    const page = await profile.newPage();
    return { page, closePage: () => page.close() };
  }
  const browser = options.browser ?? (await launchBrowser(options));
  const context = await openContext(browser);
  const closePage = async (): Promise<void> => {
    try {
      await context.close();
      if (!options.browser) await browser.close();
    } catch (error) {
      // Whoever interrupts this process ends its browser too, which may be sooner.
      if (browser.isConnected()) throw error;
    }
  };
  return { page: await context.newPage(), closePage };
}

type Answer = (message: Message) => unknown;

/** What needs more than the page itself can do: fingers, a camera, a window that closes. All else is the agent's. */
function createAnswers(
  page: Page,
  agent: PhoneAgent,
  close: () => Promise<void>,
): (text: string) => Promise<string> {
  const fingers = new Fingers(page);
  const aim = async ({ params }: Message): Promise<Point> => {
    const { x, y } = await agent.ask('Agent.aim', params);
    return { x: Number(x), y: Number(y) };
  };
  const points = async (message: Message): Promise<Point[]> => {
    const { touches } = message.params;
    if (!Array.isArray(touches) || touches.length === 0) return [await aim(message)];
    const { left, top } = await agent.ask('Agent.origin', message.params);
    return touches.filter(isRecord).map((touch) => ({
      x: Number(left) + Number(touch.clientX ?? touch.pageX ?? 0),
      y: Number(top) + Number(touch.clientY ?? touch.pageY ?? 0),
    }));
  };
  const own: Readonly<Record<string, Answer>> = {
    'Tool.getInfo': async () => {
      const { result } = await agent.ask('App.callWxMethod', { method: 'getAppBaseInfo', args: [] });
      return { SDKVersion: isRecord(result) ? result.SDKVersion : '' };
    },
    'Tool.getTestAccounts': () => ({ accounts: [] }),
    // The answer must be out before its connection is closed.
    'Tool.close': () => void setTimeout(() => void close(), 50),
    'App.exit': () => undefined,
    'App.captureScreenshot': async () => ({ data: (await page.screenshot()).toString('base64') }),
    'Tool.native': ({ params }) => pressNative(page, agent, params.method, params.data),
    'Element.tap': async (message) => fingers.tap(await aim(message)),
    'Element.touchstart': async (message) => fingers.start(await points(message)),
    'Element.touchmove': async (message) => fingers.move(await points(message)),
    'Element.touchend': () => fingers.end(),
  };
  return async (text) => {
    let id = '';
    try {
      const message = readMessage(text);
      ({ id } = message);
      const { method } = message;
      const answer = own[method];
      if (answer) return JSON.stringify({ id, result: (await answer(message)) ?? {} });
      const refusal = refusalOf(method);
      if (refusal !== undefined) throw new Error(refusal);
      return await agent.pass(text);
    } catch (error) {
      return JSON.stringify({
        id,
        error: { message: error instanceof Error ? error.message : String(error) },
      });
    }
  };
}
