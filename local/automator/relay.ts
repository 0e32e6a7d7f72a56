import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Problem } from '../phone/runtime/problem';
import { launchBrowser, openContext } from './browser';
import { Fingers, type Point } from './fingers';
import { isRecord, type Message, readMessage } from './message';
import { pressNative } from './native';
import { PhoneAgent } from './phone';
import { refusalOf } from './refused';

export interface AutomatorOptions {
  /** The phone's address; its build must have the agent in it (`AGENT`). */
  url: string;
  /** For the clients; any free one by default. */
  port?: number;
  /** Shared with other phones; it stays open when this phone is closed. */
  browser?: Browser;
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
  const browser = options.browser ?? (await launchBrowser(options));
  const context = await openContext(browser);
  const closeBrowser = async (): Promise<void> => {
    try {
      await context.close();
      if (!options.browser) await browser.close();
    } catch (error) {
      // Whoever interrupts this process ends its browser too, which may be sooner.
      if (browser.isConnected()) throw error;
    }
  };
  try {
    const page = await context.newPage();
    const clients = new Set<WebSocket>();
    await page.exposeFunction('__automatorEvent', (event: string) => {
      for (const client of clients) client.send(event);
    });
    const url = new URL(options.url);
    url.searchParams.set('automated', '1');
    await page.goto(url.href);
    const agent = new PhoneAgent(page);
    await agent.ready();

    const server = new WebSocketServer({ host: '127.0.0.1', port: options.port ?? 0 });
    await once(server, 'listening');
    const close = async (): Promise<void> => {
      for (const client of clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
      await closeBrowser();
    };
    const answer = createAnswers(page, agent, close);
    server.on('connection', (client) => {
      clients.add(client);
      client.on('close', () => clients.delete(client));
      client.on('message', (data) => {
        void answer(String(data)).then((reply) => {
          if (client.readyState === client.OPEN) client.send(reply);
        });
      });
    });
    return {
      // A server that listens on a port has an address of this kind.
      wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      page,
      problems: () => agent.problems(),
      close,
    };
  } catch (error) {
    await closeBrowser();
    throw error;
  }
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
