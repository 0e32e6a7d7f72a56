import { sign } from '@cloudbase/signature-nodejs';

/** An account of Tencent Cloud and where one of its services answers. */
export interface TencentAccount {
  secretId: string;
  secretKey: string;
  endpoint: string;
}

export interface TencentCall {
  service: 'asr' | 'tts';
  action: string;
  version: string;
  params: Readonly<Record<string, string | number>>;
}

/** Somebody waits in front of the page: later than this an answer is of no use. */
const PATIENCE_MS = 6_000;

/**
 * One call of Tencent Cloud, signed as its API 3.0 asks; `now` in epoch ms.
 * @returns what stands in `Response` under `field`
 * @throws when it does not answer in time, or answers with an error or without that field
 */
export async function askTencent(
  { secretId, secretKey, endpoint }: TencentAccount,
  { service, action, version, params }: TencentCall,
  field: string,
  now: number,
): Promise<string> {
  const headers = { 'content-type': 'application/json', host: new URL(endpoint).host };
  const timestamp = Math.floor(now / 1000);
  const { authorization } = sign({
    ...{ secretId, secretKey, method: 'POST', url: endpoint, headers, params, timestamp },
    service,
    isCloudApi: true,
  });
  const reply = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...headers,
      authorization,
      'x-tc-action': action,
      'x-tc-version': version,
      'x-tc-timestamp': String(timestamp),
    },
    body: JSON.stringify(params),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // `{Response: {…}}`, or `{Response: {Error: {Code, Message}}}`.
  const response = part(await reply.json(), 'Response');
  const result = part(response, field);
  if (typeof result === 'string') return result;
  throw new Error(`${service}: ${String(part(part(response, 'Error'), 'Code') ?? 'no result')}`);
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
