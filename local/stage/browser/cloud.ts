/** The strings of the cloud stand-in: `/control`. */

export interface SentMessage {
  openid: string;
  at: number;
  templateId: string;
  page?: string;
  data: Record<string, { value: string } | string>;
}

export interface LogLine {
  functionName: string;
  asked: string;
  startedAt: number;
  durationMs: number;
  status: string;
  cause: string;
  lines: { text: string }[];
  message: string;
}

export interface CloudState {
  now: number;
  offset: number;
  faults: ArmedFault[];
  messages: SentMessage[];
  checkTexts: string;
}

/** What will still go wrong: `times` more calls. */
export interface ArmedFault {
  on: string;
  times: number;
  effect: { type: string };
}

async function send<Reply>(method: string, path: string, body?: object): Promise<Reply> {
  const reply = await fetch(`/control/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const json: unknown = await reply.json();
  if (!reply.ok) throw new Error(JSON.stringify(json));
  // The stand-in answers with what its README says of this path.
  return json as Reply;
}

export const cloud = {
  state: () => send<CloudState>('GET', 'state'),
  session: async (openid: string) => (await send<{ token: string }>('POST', 'session', { openid })).token,
  advance: (advanceMs: number) => send<{ now: number; offset: number }>('POST', 'clock', { advanceMs }),
  resetClock: () => send<{ now: number; offset: number }>('POST', 'clock', { reset: true }),
  logs: async () => (await send<{ logs: LogLine[] }>('GET', 'logs?since=0')).logs,
  addFault: (fault: object) => send<unknown>('POST', 'faults', fault),
  clearFaults: () => send<unknown>('DELETE', 'faults'),
  openApi: (verdicts: object) => send<unknown>('POST', 'open-api', verdicts),
};

/** How the street is doing, and what it says. */
export interface CloudEvents {
  clock(time: { now: number; offset: number }): void;
  message(message: SentMessage): void;
  log(entry: LogLine): void;
}

/** Listens until the page is closed; the browser connects again by itself. `reachable` hears of each end and each return. */
export function listen(events: CloudEvents, reachable: (now: boolean) => void): void {
  const source = new EventSource('/control/events');
  source.addEventListener('open', () => reachable(true));
  source.addEventListener('error', () => reachable(false));
  const on = <Name extends keyof CloudEvents>(name: Name) =>
    source.addEventListener(name, (event) => {
      const handler: (value: never) => void = events[name];
      // The event of this name carries what `CloudEvents` says.
      handler(JSON.parse(String(event.data)) as never);
    });
  on('clock');
  on('message');
  on('log');
}
