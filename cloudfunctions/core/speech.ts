import { sign } from '@cloudbase/signature-nodejs';

/**
 * Speech to text: an optional provider, off by default. What somebody says is kept as a recording
 * whatever happens; the words are only a help for reading (people.md story 1).
 */
export interface Speech {
  readonly on: boolean;
  /** The words of a recording of at most 60 s; `now` in epoch ms. @throws when the provider does not answer in time. */
  hear(url: string, now: number): Promise<string>;
}

export const noSpeech: Speech = { on: false, hear: () => Promise.reject(new Error('no provider of speech')) };

/** What `RS_SPEECH` configures. */
export interface TencentSpeech {
  secretId: string;
  secretKey: string;
  /** `16k_zh_dialect` hears 黑龙江话 too; `16k_zh` is Mandarin alone. */
  engine: string;
  endpoint: string;
}

export const TENCENT_DEFAULTS = {
  engine: '16k_zh_dialect',
  endpoint: 'https://asr.tencentcloudapi.com/',
} as const;

/** Somebody waits in front of the page: later than this the words are of no use. */
const PATIENCE_MS = 6_000;

/** Tencent Cloud's 一句话识别 (SentenceRecognition, 2019-06-14), signed as its API 3.0 asks. */
export function tencentSpeech({ secretId, secretKey, engine, endpoint }: TencentSpeech): Speech {
  return {
    on: true,
    async hear(url, now) {
      const params = { EngSerViceType: engine, SourceType: 0, VoiceFormat: 'mp3', Url: url };
      const headers = { 'content-type': 'application/json', host: new URL(endpoint).host };
      const timestamp = Math.floor(now / 1000);
      const { authorization } = sign({
        ...{ secretId, secretKey, method: 'POST', url: endpoint, headers, params, timestamp },
        service: 'asr',
        isCloudApi: true,
      });
      const reply = await fetch(endpoint, {
        method: 'POST',
        headers: {
          ...headers,
          authorization,
          'x-tc-action': 'SentenceRecognition',
          'x-tc-version': '2019-06-14',
          'x-tc-timestamp': String(timestamp),
        },
        body: JSON.stringify(params),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return wordsOf(await reply.json());
    },
  };
}

/** `{Response: {Result}}`, or `{Response: {Error: {Code, Message}}}`. */
function wordsOf(reply: unknown): string {
  const response = part(reply, 'Response');
  const result = part(response, 'Result');
  if (typeof result === 'string') return result.trim();
  throw new Error(`speech: ${String(part(part(response, 'Error'), 'Code') ?? 'no result')}`);
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
