/** The client side of a CloudBase stand-in: what the WeChat client does behind `wx.cloud`. */
import type { Host } from '../../runtime/host';
import { ApiFailure, isRecord, type Result } from '../api';
import { cross } from './connection';
import { type Answer, exchange } from './transport';

/** A function may run for a minute; the gateway answers its own time limit before this one. */
const TIMEOUT_MS = 70_000;

/** A refusal of the cloud with its code, in the sentence that `wx.cloud` makes of it. */
function cloudFailure(code: number | string, message: string, extra: Result = {}): ApiFailure {
  return new ApiFailure(`Error: errCode: ${code}  | errMsg: ${message}`, { errCode: code, ...extra });
}

interface Sending {
  /** `/client/call` and the like. */
  path: string;
  body: XMLHttpRequestBodyInit;
  contentType: string;
  signal?: AbortSignal;
  onUpload?: (sent: number, total: number) => void;
}

/** One call of the gateway. Rejects with ApiFailure, also when the answer carries an error code. */
export async function callGateway(host: Host, sending: Sending): Promise<Result> {
  const { cloud, session } = host.boot;
  if (cloud === '') {
    throw cloudFailure(-1, 'this phone was opened without a cloud (no "cloud" in its address)');
  }
  const signal = sending.signal ?? new AbortController().signal;
  let answer: Answer;
  try {
    await cross(host, signal);
    answer = await exchange({
      method: 'POST',
      url: cloud + sending.path,
      headers: { 'content-type': sending.contentType, 'x-local-session': session },
      body: sending.body,
      timeout: TIMEOUT_MS,
      signal,
      ...(sending.onUpload ? { onUpload: sending.onUpload } : {}),
    });
  } catch (error) {
    if (error instanceof ApiFailure) throw cloudFailure(-1, `request:fail ${error.reason}`, error.extra);
    throw error;
  }
  return accepted(answer);
}

function accepted(answer: Answer): Result {
  const content = new TextDecoder().decode(answer.body);
  let reply: unknown;
  try {
    reply = JSON.parse(content);
  } catch {
    // The stand-in speaks JSON only; anything else is a failure on the way.
    throw cloudFailure(-1, `HTTP ${answer.status}: ${content.slice(0, 200)}`);
  }
  if (!isRecord(reply)) throw cloudFailure(-1, `HTTP ${answer.status}: ${content.slice(0, 200)}`);
  const { errCode, errMsg, requestID } = reply;
  if (typeof errCode === 'number' ? errCode !== 0 : errCode !== undefined) {
    const code = typeof errCode === 'number' ? errCode : String(errCode);
    throw cloudFailure(code, String(errMsg ?? ''), requestID === undefined ? {} : { requestID });
  }
  if (answer.status >= 400) throw cloudFailure(-1, `HTTP ${answer.status}: ${String(errMsg ?? content)}`);
  return reply;
}
