import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, invalidParam } from '../errors';
import type { Fault } from '../faults';
import { asPlainError } from '../functions/runner';
import { FUNCTION_EVENT } from '../limits';
import type { Verdict } from '../open-api/texts';
import { optionalText, type Parameters, text } from './action';
import { streamEvents } from './events';
import { parseObject, readBody, sendJson } from './http';
import type { Parts } from './parts';

type Route = (parameters: Parameters, parts: Parts, url: URL) => unknown;

const VERDICTS: readonly unknown[] = ['pass', 'risky', 'review', 'down'] satisfies Verdict[];

const ROUTES: Record<string, Route> = {
  'GET /control/state': (_parameters, parts) => state(parts),
  'POST /control/clock': moveClock,
  'POST /control/session': (parameters, { sessions }) => {
    const unionid = optionalText(parameters, 'unionid');
    return { token: sessions.issue({ openid: text(parameters, 'openid'), ...(unionid && { unionid }) }) };
  },
  'GET /control/messages': (_parameters, { desk }, url) => {
    const openid = url.searchParams.get('openid');
    return { messages: desk.sent.filter((message) => openid === null || message.openid === openid) };
  },
  'GET /control/logs': (_parameters, { log }, url) => {
    const since = Number(url.searchParams.get('since') ?? 0);
    return { logs: log.entries().filter(({ startedAt }) => startedAt >= since) };
  },
  'GET /control/faults': (_parameters, { faults }) => ({ faults: faults.list() }),
  'POST /control/faults': (parameters, { faults }) => {
    faults.add(asFault(parameters));
    return { faults: faults.list() };
  },
  'DELETE /control/faults': (_parameters, { faults }) => {
    faults.clear();
    return { faults: [] };
  },
  'POST /control/open-api': (parameters, { desk }) => {
    desk.checkTexts = verdict(parameters.checkTexts ?? desk.checkTexts);
    desk.checkMedia = verdict(parameters.checkMedia ?? desk.checkMedia);
    return { checkTexts: desk.checkTexts, checkMedia: desk.checkMedia };
  },
  'POST /control/subscriptions': (parameters, { desk }) => {
    const count = typeof parameters.count === 'number' ? parameters.count : 1;
    desk.subscribe(text(parameters, 'openid'), text(parameters, 'templateId'), count);
    return { subscriptions: Object.fromEntries(desk.subscriptions) };
  },
  'POST /control/push': async (parameters, { desk }) => ({
    result: await desk.push({ ...parameters, MsgType: text(parameters, 'MsgType') }),
  }),
  'POST /control/timer': async (parameters, { timers }) => ({
    result: JSON.parse(await timers.fire(text(parameters, 'function'), optionalText(parameters, 'trigger'))),
  }),
};

/** `/control/*`: the strings of the stand-in, for a panel or a test in another process. */
export async function control(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: Parts,
): Promise<void> {
  const name = `${request.method} ${url.pathname}`;
  if (name === 'GET /control/events') {
    streamEvents(response, parts);
    return;
  }
  try {
    const route = ROUTES[name];
    if (!route) throw invalidParam(`no route ${name}`);
    const parameters = parseObject((await readBody(request, FUNCTION_EVENT)).toString());
    sendJson(response, await route(parameters, parts, url));
  } catch (cause) {
    const error = asPlainError(cause);
    if (!(error instanceof CloudError)) throw error;
    sendJson(response, { code: error.code, message: error.message }, 400);
  }
}

function state(parts: Parts): unknown {
  const { clock, faults, desk, runner, timers } = parts;
  return {
    now: clock.now(),
    offset: clock.offset(),
    faults: faults.list(),
    sent: desk.sent.length,
    messages: desk.sent.slice(-100),
    subscriptions: Object.fromEntries(desk.subscriptions),
    checkTexts: desk.checkTexts,
    checkMedia: desk.checkMedia,
    functions: runner.describe(),
    timers: timers.describe(),
    collections: parts.store.collections(),
  };
}

async function moveClock(parameters: Parameters, { clock }: Parts): Promise<unknown> {
  const { advanceMs, set, reset } = parameters;
  if (typeof advanceMs === 'number') await clock.advance(advanceMs);
  else if (typeof set === 'number') await clock.set(set);
  else if (reset === true) clock.reset();
  else throw invalidParam('advanceMs, set or reset is required');
  return { now: clock.now(), offset: clock.offset() };
}

const PARTS: readonly unknown[] = [
  'database',
  'function',
  'open-api',
  'storage',
  'any',
] satisfies Fault['on'][];
const EFFECTS: Record<Fault['effect']['type'], (effect: Parameters) => boolean> = {
  fail: ({ code }) => typeof code === 'string',
  'timeout-before': () => true,
  'timeout-after': () => true,
  conflict: () => true,
  duplicate: () => true,
  delay: ({ ms }) => typeof ms === 'number',
  cut: () => true,
  'kill-worker': () => true,
};

function asFault(parameters: Parameters): Fault {
  const effect = parameters.effect;
  const known =
    PARTS.includes(parameters.on) &&
    typeof effect === 'object' &&
    effect !== null &&
    'type' in effect &&
    EFFECTS[String(effect.type) as Fault['effect']['type']]?.({ ...effect });
  if (!known) throw invalidParam('a fault needs on and effect; see faults.ts');
  // Checked just above, field by field as far as a wrong one could do harm.
  return parameters as unknown as Fault;
}

function verdict(value: unknown): Verdict {
  if (!VERDICTS.includes(value)) throw invalidParam(`a verdict is one of ${VERDICTS.join(', ')}`);
  return value as Verdict; // One of the list.
}
