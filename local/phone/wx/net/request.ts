/** wx.request, uploadFile and downloadFile, to this machine only. */
import { type Api, ApiFailure, isRecord, type Options, type Result } from '../api';
import { readAny } from '../files/operations';
import { extensionOf } from '../files/paths';
import { extensionByType, typeByExtension } from '../files/types';
import type { Kit } from '../kit';
import { flag, number, requiredText, text } from '../options';
import { cross } from './connection';
import { taskApi } from './task';
import { type Answer, exchange, requireLoopback } from './transport';

const DEFAULT_TIMEOUT_MS = 60_000;

export function requestApis({ host, files }: Kit): Api {
  return {
    request: taskApi(host, 'request', async (options, { signal, headers }) => {
      const { url, method, body, header } = compose(options);
      await cross(host, signal);
      const answer = await exchange({
        method,
        url,
        headers: header,
        body,
        timeout: number(options, 'timeout', DEFAULT_TIMEOUT_MS),
        signal,
        onHeaders: headers,
      });
      return {
        data: decode(answer, options),
        statusCode: answer.status,
        header: answer.headers,
        cookies: [],
      };
    }),
    uploadFile: taskApi(host, 'uploadFile', async (options, { signal, headers, progress }) => {
      const url = loopback(options);
      const path = requiredText(options, 'filePath');
      const form = new FormData();
      for (const [name, value] of Object.entries(recordOf(options.formData)))
        form.append(name, String(value));
      const file = new Blob([readAny(host, files, path)], { type: typeByExtension(extensionOf(path)) });
      form.append(requiredText(options, 'name'), file, text(options, 'fileName', path.split('/').at(-1)));
      await cross(host, signal);
      const answer = await exchange({
        method: 'POST',
        url,
        headers: headersOf(options, true),
        body: form,
        timeout: number(options, 'timeout', DEFAULT_TIMEOUT_MS),
        signal,
        onHeaders: headers,
        onUpload: (sent, total) =>
          progress({
            progress: percent(sent, total),
            totalBytesSent: sent,
            totalBytesExpectedToSend: total,
          }),
      });
      return {
        data: new TextDecoder().decode(answer.body),
        statusCode: answer.status,
        header: answer.headers,
        cookies: [],
      };
    }),
    downloadFile: taskApi(host, 'downloadFile', async (options, { signal, headers, progress }) => {
      const url = loopback(options);
      await cross(host, signal);
      const answer = await exchange({
        method: 'GET',
        url,
        headers: headersOf(options, true),
        timeout: number(options, 'timeout', DEFAULT_TIMEOUT_MS),
        signal,
        onHeaders: headers,
        onDownload: (received, total) =>
          progress({
            progress: percent(received, total),
            totalBytesWritten: received,
            totalBytesExpectedToWrite: total,
          }),
      });
      const bytes = new Uint8Array(answer.body);
      const base: Result = { statusCode: answer.status, header: answer.headers, profile: {} };
      const filePath = text(options, 'filePath');
      if (filePath === '')
        return { ...base, tempFilePath: files.addTemporary(bytes, extensionFor(url, answer)) };
      files.write(filePath, bytes);
      return { ...base, filePath };
    }),
  };
}

function percent(done: number, total: number): number {
  return total === 0 ? 100 : Math.round((done / total) * 100);
}

/** From the address when it has one, otherwise from what the server says it is. */
export function extensionFor(url: string, answer: Answer): string {
  const extension = extensionOf(new URL(url, location.href).pathname);
  return extension === '' ? extensionByType(answer.headers['content-type'] ?? '') : extension;
}

function loopback(options: Options): string {
  const url = requiredText(options, 'url');
  requireLoopback(url);
  return url;
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** A browser sets these itself, and so does WeChat. */
const NOT_OURS = new Set(['referer', 'user-agent', 'content-length', 'host']);

function headersOf(options: Options, ownContentType: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(recordOf(options.header))) {
    const lower = name.toLowerCase();
    if (NOT_OURS.has(lower) || (ownContentType && lower === 'content-type')) continue;
    headers[lower] = String(value);
  }
  return headers;
}

interface Composed {
  url: string;
  method: string;
  body: XMLHttpRequestBodyInit | undefined;
  header: Record<string, string>;
}

/** WeChat's rules for `data`: in the query of a GET, as JSON or as a form in the body of the others. */
function compose(options: Options): Composed {
  const url = loopback(options);
  const method = text(options, 'method', 'GET').toUpperCase();
  if (flag(options, 'enableChunked')) throw new ApiFailure('enableChunked is not supported by this phone');
  const header = { 'content-type': 'application/json', ...headersOf(options, false) };
  const { data } = options;
  if (data === undefined || data === null) return { url, method, body: undefined, header };
  if (data instanceof ArrayBuffer || typeof data === 'string') return { url, method, body: data, header };
  const fields = Object.entries(recordOf(data)).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  if (method === 'GET') {
    const target = new URL(url, location.href);
    for (const [name, value] of fields) target.searchParams.set(name, value);
    return { url: target.href, method, body: undefined, header };
  }
  const form = header['content-type'].startsWith('application/x-www-form-urlencoded');
  const body = form ? new URLSearchParams(fields).toString() : JSON.stringify(data);
  return { url, method, body, header };
}

function decode(answer: Answer, options: Options): unknown {
  if (options.responseType === 'arraybuffer') return answer.body;
  const content = new TextDecoder().decode(answer.body);
  if (text(options, 'dataType', 'json') !== 'json') return content;
  try {
    return JSON.parse(content);
  } catch {
    // As WeChat: what is not JSON is handed over as text.
    return content;
  }
}
