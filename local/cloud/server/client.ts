import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, invalidParam } from '../errors';
import { NoReply, suffer } from '../faults';
import {
  CLIENT_UPLOAD,
  DOUBTFUL_CLIENT_REPLY,
  DOUBTFUL_CLIENT_REQUEST,
  FILES_PER_REQUEST,
  FUNCTION_EVENT,
} from '../limits';
import { checkedPath } from '../storage/addresses';
import { contentType } from '../storage/content-type';
import type { Caller } from '../types';
import { list, record, text } from './action';
import { clientErrorNumber } from './client-errors';
import { parseObject, readBody, sendJson, sendText, withholdReply } from './http';
import type { Parts } from './parts';
import { tempUrl } from './storage';

/** What a mini program's `wx.cloud` needs. Who is calling is what the token says, and nothing else. */
const ROUTES: Record<
  string,
  (request: IncomingMessage, url: URL, caller: Caller, parts: Parts) => Promise<string>
> = {
  '/client/call': call,
  '/client/upload': upload,
  '/client/temp-url': tempUrls,
  '/client/subscribe': subscribe,
  '/client/templates': templates,
};

/** `POST /client/*`. Failures have HTTP status 200 and WeChat's number. */
export async function client(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: Parts,
): Promise<void> {
  try {
    const route = ROUTES[url.pathname];
    if (!route || request.method !== 'POST') throw invalidParam(`no route ${request.method} ${url.pathname}`);
    const token = request.headers['x-local-session'];
    const caller = typeof token === 'string' ? parts.sessions.open(token) : undefined;
    if (!caller) throw new CloudError('INVALID_PARAM', 'x-local-session is not a session of this cloud');
    sendText(response, await route(request, url, caller, parts));
  } catch (error) {
    if (error instanceof NoReply) await withholdReply(error, request, parts.silenceMs);
    else if (error instanceof CloudError) {
      sendJson(response, { errCode: clientErrorNumber(error.code), errMsg: error.message });
    } else throw error;
  }
}

/**
 * The event that WeChat's side hands on: the client's data, with `userInfo` put there by the platform
 * over whatever the client had put there.
 */
export function clientEvent(data: unknown, caller: Caller, appid: string): string {
  const given = typeof data === 'object' && data !== null ? data : {};
  return JSON.stringify({ ...given, userInfo: { appId: appid, openId: caller.openid } });
}

async function call(request: IncomingMessage, _url: URL, caller: Caller, parts: Parts): Promise<string> {
  const body = parseObject((await readBody(request, FUNCTION_EVENT)).toString());
  const name = text(body, 'name');
  const event = clientEvent(body.data, caller, parts.place().appid);
  warnOfSize(parts, `data for ${name}`, event.length, DOUBTFUL_CLIENT_REQUEST);
  const reply = await parts.runner.invoke(name, event, { cause: 'client', caller });
  warnOfSize(parts, `the reply of ${name}`, reply.length, DOUBTFUL_CLIENT_REPLY);
  // The reply is JSON text already: taking it apart to put it together again would only cost time.
  return `{"requestID":"${randomUUID()}","result":${reply}}`;
}

function warnOfSize(parts: Parts, what: string, size: number, doubtful: number): void {
  if (size > doubtful)
    parts.warn(`${what} is ${size} characters: over ${doubtful} WeChat may refuse it on a phone`);
}

async function upload(request: IncomingMessage, url: URL, _caller: Caller, parts: Parts): Promise<string> {
  const path = checkedPath(url.searchParams.get('path'));
  const bytes = await readBody(request, CLIENT_UPLOAD);
  const type = contentType(path, request.headers['content-type']);
  const work = () => parts.files.write({ path, bytes, contentType: type });
  const effect = parts.faults.take({ on: 'storage', action: 'storage.put', requestId: randomUUID() });
  await (effect ? suffer(effect, work) : work());
  return JSON.stringify({ fileID: parts.addresses.fileId(path), statusCode: 200 });
}

async function tempUrls(request: IncomingMessage, _url: URL, _caller: Caller, parts: Parts): Promise<string> {
  const body = parseObject((await readBody(request, FUNCTION_EVENT)).toString());
  const asked = list(body, 'fileList', FILES_PER_REQUEST).map((file) =>
    typeof file === 'string' ? { fileID: file, maxAge: undefined } : record(file),
  );
  const found = await Promise.all(
    asked.map((file) => tempUrl(String(file.fileID), file.maxAge, true, parts)),
  );
  const fileList = found.map(({ fileID, code, tempFileURL, maxAge }) => ({
    fileID,
    tempFileURL,
    maxAge,
    status: code === 'SUCCESS' ? 0 : clientErrorNumber(code),
    errMsg: code === 'SUCCESS' ? 'ok' : code,
  }));
  return JSON.stringify({ fileList });
}

/** What the phone's dialog shows of `{ids}`: their titles, as far as they are known. */
async function templates(
  request: IncomingMessage,
  _url: URL,
  _caller: Caller,
  parts: Parts,
): Promise<string> {
  const body = parseObject((await readBody(request, FUNCTION_EVENT)).toString());
  const titles = list(body, 'ids', FILES_PER_REQUEST).flatMap((id) => {
    const title = typeof id === 'string' ? parts.templateTitles[id] : undefined;
    return title === undefined ? [] : [[String(id), title]];
  });
  return JSON.stringify({ titles: Object.fromEntries(titles) });
}

/** What the phone's own dialog decided: `{templates: {id: 'accept' | 'reject' | 'ban'}}`. */
async function subscribe(request: IncomingMessage, _url: URL, caller: Caller, parts: Parts): Promise<string> {
  const body = parseObject((await readBody(request, FUNCTION_EVENT)).toString());
  const answers = Object.entries(record(body.templates));
  const { openid } = caller;
  if (!openid) throw invalidParam('the session stands for nobody');
  for (const [templateId, answer] of answers)
    if (answer === 'accept') parts.desk.subscribe(openid, templateId);
  await parts.desk.reportSubscription(openid, answers);
  return JSON.stringify({ errMsg: 'ok', left: Object.fromEntries(answers.map(([id]) => [id, left(id)])) });

  function left(templateId: string): number {
    return parts.desk.subscriptions.get(`${openid}|${templateId}`) ?? 0;
  }
}
