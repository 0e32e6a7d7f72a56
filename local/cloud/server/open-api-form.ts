import type { IncomingMessage, ServerResponse } from 'node:http';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { invalidParam, notSupported } from '../errors';
import { apiName } from '../open-api/names';
import { decodeParameters, encodeReply } from '../open-api/protobuf';
import { NOT_GRANTED, type OpenApiReply, refused, WxError } from '../open-api/reply';
import type { Parts } from './parts';

type Guard = (api: string, work: () => Promise<OpenApiReply>) => Promise<OpenApiReply>;

/**
 * `wx.openApi` and its relatives: a form whose `requestData` is protobuf, as `callCompatibleWxOpenApi`
 * (and with it wx-server-sdk's `cloud.openapi`) sends it. The reply is protobuf; only CloudBase's own
 * errors are JSON.
 */
export async function answerOpenApi(
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  parts: Parts,
  guard: Guard,
): Promise<void> {
  const form = await readForm(request, body);
  const action = form.get('action')?.toString();
  if (action !== 'wx.openApi') throw notSupported(`the action ${action}`);
  const api = apiName(form.get('apiName')?.toString() ?? '');
  const parameters = decodeParameters(form.get('requestData') ?? Buffer.alloc(0));
  if (!parameters) throw notSupported(`the internal API ${api}`);
  const encoded = await guard(api, () => parts.desk.call(api, parameters)).then(encode, refusal);
  response.setHeader('content-type', 'application/octet-stream');
  response.setHeader('content-length', encoded.length);
  response.end(encoded);
}

function encode(reply: OpenApiReply): Uint8Array {
  return encodeReply(
    reply.kind === 'bytes'
      ? reply
      : { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(reply.value)) },
  );
}

function refusal(error: unknown): Uint8Array {
  if (!(error instanceof WxError)) throw error;
  // The gateway's own number stands beside an answer of WeChat, not in one.
  return error.errcode === NOT_GRANTED ? encodeReply({ errorCode: error.errcode }) : encode(refused(error));
}

/** Every field as bytes: the one that matters is binary and does not say so. */
function readForm(request: IncomingMessage, body: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>();
    // The caller has seen that the content type is a form's.
    const headers = request.headers as BusboyHeaders;
    const form = new Busboy({ headers, isPartAFile: () => true });
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => fields.set(name, Buffer.concat(chunks)));
    });
    form.on('finish', () => resolve(fields));
    form.on('error', (error) => reject(invalidParam(`the form cannot be read: ${String(error)}`)));
    form.end(body);
  });
}
