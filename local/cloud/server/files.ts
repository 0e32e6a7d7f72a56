import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import { NoReply, suffer } from '../faults';
import { ADMIN_REQUEST } from '../limits';
import { contentType } from '../storage/content-type';
import type { StoredFile } from '../storage/files';
import { readBody, withholdReply } from './http';
import type { Parts } from './parts';

/** Object storage answers its failures in XML, which is how the SDK recognises one. */
function sendXml(response: ServerResponse, status: number, code: string, message: string): void {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  response.statusCode = status;
  response.setHeader('content-type', 'application/xml');
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escaped}</Message>` +
      '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
  );
}

/** `PUT /upload/<path>` and `GET|HEAD /files/<path>`: where signed addresses lead. */
export async function storageRoute(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: Parts,
): Promise<void> {
  const use = request.method === 'PUT' ? 'put' : 'get';
  const path = decodeURIComponent(url.pathname.replace(/^\/(upload|files)\//, ''));
  const refusal = parts.addresses.check(use, path, url.searchParams);
  if (refusal) {
    request.resume();
    sendXml(response, 403, refusal, 'the address is not, or no longer, valid');
    return;
  }
  try {
    const bytes = use === 'put' ? await readBody(request, ADMIN_REQUEST) : undefined;
    const type = contentType(path, request.headers['content-type']);
    const work = (): Promise<StoredFile | undefined> =>
      bytes ? put({ path, bytes, contentType: type }, parts) : parts.files.read(path);
    const effect = parts.faults.take({ on: 'storage', action: `storage.${use}`, requestId: randomUUID() });
    const file = await (effect ? suffer(effect, work) : work());
    if (bytes) response.end();
    else sendFile(request, response, file);
  } catch (error) {
    if (error instanceof NoReply) await withholdReply(error, request, parts.silenceMs);
    else if (error instanceof CloudError) sendXml(response, 400, error.code, error.message);
    else throw error;
  }
}

async function put(file: StoredFile, { files }: Parts): Promise<undefined> {
  await files.write(file);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StoredFile | undefined): void {
  if (!file) {
    sendXml(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    return;
  }
  response.setHeader('content-type', file.contentType);
  response.setHeader('content-length', file.bytes.length);
  // What somebody uploaded must not run as a page of this origin.
  response.setHeader('content-security-policy', 'sandbox');
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}
