import type { LogEntry } from '../../local/cloud';

/**
 * What no reply and no log line may hold: openids, mainland mobile numbers, sealed values, and
 * whatever this town's people have entered as a telephone number or a door. `request.reveal` is the
 * one action that answers with such a value, to whom it may.
 */
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![0-9A-Za-z])/;
/** As `core/vault.ts` seals with the town's key. */
const SEALED = /\btown\.[\w-]{16}\.[\w-]{22}\.[\w-]+/;
const WECHAT_OPENID = /(?<![\w-])o[A-Za-z0-9_-]{27}(?![\w-])/;
/** A picture or a sound as base64, by chance of which any pattern may occur; nobody reads a number from it. */
const BINARY = /"(?:data:[\w/.+-]+;base64,)?[A-Za-z0-9+/]{400,}={0,2}"/g;
/** Shorter ones occur by chance. */
const LEAST = 6;
/** Longer ones are hostile inputs, not doors. */
const MOST = 60;

export class Leak extends Error {}

export interface LeakScan {
  /** Remembers what the caller says of themself and others. */
  heard(openid: string | undefined, data: unknown): void;
  /** @throws Leak */
  reply(data: unknown, answer: unknown): void;
  /** Remembers a leak until `conclude`, for nobody waits for a log line. */
  log(entry: LogEntry): void;
  /** @throws Leak when anything has leaked, also what a test has caught. */
  conclude(): void;
}

const REVEALS = new Set([
  ...['request.reveal', 'desk.callback_phone', 'danger.reveal', 'rating.phone'],
  // Ringing back about a right, and the copy that somebody asked for.
  ...['rights.phone', 'rights.settle'],
]);

export function leakScan(): LeakScan {
  const openids = new Set<string>();
  const secrets = new Set<string>();
  const openly = new Set<string>();
  const leaks: string[] = [];

  const found = (written: string): string | undefined => {
    const text = written.replace(BINARY, '""');
    for (const pattern of [MOBILE, SEALED, WECHAT_OPENID]) {
      const [hit] = pattern.exec(text) ?? [];
      if (hit !== undefined) return hit;
    }
    for (const openid of openids) if (text.includes(openid)) return openid;
    for (const secret of secrets) if (!openly.has(secret) && text.includes(secret)) return secret;
    return undefined;
  };
  const tell = (where: string, what: string): string => {
    const sentence = `${where} shows ${what}`;
    leaks.push(sentence);
    return sentence;
  };

  return {
    heard(openid, data) {
      if (openid !== undefined && openid.length >= LEAST) openids.add(openid);
      const { named, said } = textsIn(data);
      const beside = said.join('\n');
      for (const secret of named) if (!beside.includes(secret)) secrets.add(secret);
      // Chance gives two fields the same text now and then, when thousands are made up.
      for (const text of said) if (text.length <= MOST) openly.add(text);
    },
    reply(data, answer) {
      const action = textAt(data, 'action');
      // One's own telephone and door, for oneself: `my-data.test.ts` says what else must not be in it.
      if (action === 'data.export') return;
      const what = found(JSON.stringify(REVEALS.has(action) ? withoutValue(answer) : answer) ?? '');
      if (what !== undefined) throw new Leak(tell(`the reply of ${action}`, what));
    },
    log({ functionName, lines, message, masked }) {
      if (masked > 0) tell(`a log line of ${functionName}`, 'an openid or a number that the log masked');
      for (const text of [message, ...lines.map((line) => line.text)]) {
        const what = found(text);
        if (what !== undefined) tell(`a log line of ${functionName}`, what);
      }
    },
    conclude() {
      if (leaks.length > 0) throw new Leak(leaks.join('\n'));
    },
  };
}

/** What a call's input holds as a telephone number or a door, and the other texts that could be taken for one. */
function textsIn(data: unknown): { named: string[]; said: string[] } {
  const named: string[] = [];
  const said: string[] = [];
  const walk = (value: unknown, key: string, depth: number): void => {
    if (typeof value === 'string') (key === 'phone' || key === 'door' ? named : said).push(value.trim());
    else if (typeof value === 'object' && value !== null && depth < 6)
      for (const [name, inner] of Object.entries(value)) walk(inner, name, depth + 1);
  };
  walk(data, '', 0);
  const telling = (text: string) => text.length >= LEAST && text.length <= MOST && /\d/.test(text);
  return { named: named.filter(telling), said };
}

function textAt(value: unknown, name: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof text === 'string' ? text : '';
}

/** Actions that open a number or a door for who may see it, and write down that they did: their fields. */
function withoutValue(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const output: unknown = Reflect.get(answer, 'output');
  return typeof output === 'object' && output !== null
    ? { ...answer, output: { ...output, value: '', phone: '', building: '', door: '', page: [] } }
    : answer;
}
