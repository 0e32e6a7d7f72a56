/** One HTTP exchange with progress, time limit and abort. XMLHttpRequest, because fetch reports no upload progress. */
import { ApiFailure } from '../api';

interface Exchange {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: XMLHttpRequestBodyInit | undefined;
  /** In ms; 0 for none. */
  timeout: number;
  signal: AbortSignal;
  onHeaders?: (headers: Record<string, string>, status: number) => void;
  onUpload?: (sent: number, total: number) => void;
  onDownload?: (received: number, total: number) => void;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: ArrayBuffer;
}

/** Rejects with ApiFailure: `abort`, `timeout`, or nothing more than that it failed. */
export function exchange(wanted: Exchange): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(wanted.method, wanted.url);
    request.responseType = 'arraybuffer';
    request.timeout = wanted.timeout;
    for (const [name, value] of Object.entries(wanted.headers)) request.setRequestHeader(name, value);
    request.onreadystatechange = () => {
      if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED) {
        wanted.onHeaders?.(headersOf(request), request.status);
      }
    };
    if (wanted.onUpload) {
      request.upload.onprogress = (event) => wanted.onUpload?.(event.loaded, event.total);
    }
    request.onprogress = (event) => wanted.onDownload?.(event.loaded, event.total);
    request.onload = () =>
      resolve({
        status: request.status,
        headers: headersOf(request),
        // `responseType` above makes it an ArrayBuffer; it is null only for an empty body in old browsers.
        body: (request.response as ArrayBuffer | null) ?? new ArrayBuffer(0),
      });
    request.onerror = () => reject(new ApiFailure('net::ERR_CONNECTION_REFUSED', { errno: 600002 }));
    request.ontimeout = () => reject(new ApiFailure('timeout', { errno: 5 }));
    request.onabort = () => reject(new ApiFailure('abort'));
    if (wanted.signal.aborted) {
      reject(new ApiFailure('abort'));
      return;
    }
    wanted.signal.addEventListener('abort', () => request.abort());
    request.send(wanted.body);
  });
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of request.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** This phone has no way out of the machine. WeChat has the same sentence for a domain that is not allowed. */
export function requireLoopback(url: string): void {
  let host: string;
  try {
    host = new URL(url, location.href).hostname;
  } catch {
    throw new ApiFailure(`invalid url "${url}"`, { errno: 600009 });
  }
  if (!LOOPBACK.test(host)) throw new ApiFailure('url not in domain list', { errno: 600002 });
}
