import { toJson } from './json';

declare global {
  interface Window {
    /** Whether this phone was built with the agent; undefined without. */
    __automator?: 'agent';
  }
}

/** Of a message that nobody asked for: an event. */
const UNASKED = 0;

/** What is told before the line is open. */
const early: string[] = [];
let line: WebSocket | undefined;

/**
 * Opens the line to the relay, whose address is the `line` of this page's own address: `N message` comes in and
 * `N answer` goes out. Without an address nobody asks and nobody listens.
 */
export function openLine(answer: (message: string) => Promise<string>): void {
  window.__automator = 'agent';
  const address = new URLSearchParams(location.search).get('line');
  if (address === null) return;
  line = new WebSocket(address);
  line.addEventListener('open', () => {
    for (const text of early.splice(0)) send(UNASKED, text);
  });
  line.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const space = data.indexOf(' ');
    void answer(data.slice(space + 1)).then((text) => send(data.slice(0, space), text));
  });
}

function send(number: number | string, text: string): void {
  line?.send(`${number} ${text}`);
}

/** Tells every connected client; without a line nobody listens. */
export function emit(method: string, params: object): void {
  const text = toJson({ method, params });
  if (line?.readyState === WebSocket.OPEN) send(UNASKED, text);
  else if (line?.readyState === WebSocket.CONNECTING) early.push(text);
}
