import { PbfReader, PbfWriter } from 'pbf';
import type { App } from './database';

/** WeChat's open APIs that the product calls, over the SDK's compatible route (the one wx-server-sdk takes). */
export interface OpenApi {
  /** `openid` must have visited within two hours, so the check runs while the person submits (rules.md 4.5). */
  checkText(openid: string, text: string): Promise<'pass' | 'review' | 'risky'>;
  /** Asks for the check of an uploaded file; the answer comes to `push` under the returned trace id. */
  checkMedia(openid: string, media: 'audio' | 'image', url: string): Promise<string>;
  /** At most once: 43101 and its kind are an answer, not an error to retry. */
  sendMessage(message: SubscriptionMessage): Promise<'sent' | 'refused'>;
  /** A mini program code as PNG. `scene`: at most 32 characters (rules.md 4.7). */
  pageCode(page: string, scene: string): Promise<Buffer>;
}

export interface SubscriptionMessage {
  openid: string;
  templateId: string;
  /** Page with query, no leading slash. */
  page: string;
  /** `{thing1: '换厨房灯'}` */
  data: Readonly<Record<string, string>>;
}

/** WeChat answered with an error code of its own. */
export class OpenApiError extends Error {
  readonly errcode: number;

  constructor(api: string, errcode: number, errmsg: string) {
    super(`${api}: ${errcode} ${errmsg}`);
    this.name = 'OpenApiError';
    this.errcode = errcode;
  }
}

/** Used up, refused, switched off, or not the person's template any more. */
const REFUSED = new Set([43101, 43107, 43108, 20004, 40003]);

export function openApi(app: App): OpenApi {
  const call = async (api: string, data: Readonly<Record<string, unknown>>): Promise<Reply> => {
    const reply: unknown = await app.callCompatibleWxOpenApi({
      apiName: api,
      requestData: encode(data),
      cgiName: 'commrpcv2',
    });
    if (!Buffer.isBuffer(reply)) throw failureOf(api, reply);
    const { body, contentType, errorCode } = decode(reply);
    if (errorCode !== 0) throw new OpenApiError(api, errorCode, 'wx system error');
    if (!/json|text\/plain/.test(contentType)) return { json: {}, bytes: body };
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (typeof json !== 'object' || json === null) throw new OpenApiError(api, -1, 'no object');
    const errcode: unknown = Reflect.get(json, 'errcode');
    if (typeof errcode === 'number' && errcode !== 0)
      throw new OpenApiError(api, errcode, String(Reflect.get(json, 'errmsg')));
    return { json, bytes: body };
  };

  return {
    async checkText(openid, text) {
      const { json } = await call('security.msgSecCheck', { content: text, version: 2, scene: 2, openid });
      const result: unknown = Reflect.get(json, 'result');
      const suggest: unknown =
        typeof result === 'object' && result !== null ? Reflect.get(result, 'suggest') : undefined;
      if (suggest === 'pass' || suggest === 'review' || suggest === 'risky') return suggest;
      throw new OpenApiError('security.msgSecCheck', -1, 'no verdict');
    },
    async checkMedia(openid, media, url) {
      const { json } = await call('security.mediaCheckAsync', {
        media_url: url,
        media_type: media === 'audio' ? 1 : 2,
        version: 2,
        scene: 2,
        openid,
      });
      const trace: unknown = Reflect.get(json, 'trace_id');
      if (typeof trace !== 'string') throw new OpenApiError('security.mediaCheckAsync', -1, 'no trace id');
      return trace;
    },
    async sendMessage({ openid, templateId, page, data }) {
      const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));
      try {
        await call('subscribeMessage.send', { touser: openid, template_id: templateId, page, data: values });
        return 'sent';
      } catch (error) {
        if (error instanceof OpenApiError && REFUSED.has(error.errcode)) return 'refused';
        throw error;
      }
    },
    async pageCode(page, scene) {
      const { bytes } = await call('wxacode.getUnlimited', { page, scene, check_path: false, width: 430 });
      return bytes;
    },
  };
}

interface Reply {
  json: object;
  bytes: Buffer;
}

/** CommApiData { apiType = 1 (0: open API), openapiData = 2 { pairs = 1 { key = 1, value = 2 } } } */
function encode(data: Readonly<Record<string, unknown>>): Buffer {
  const writer = new PbfWriter();
  writer.writeVarintField(1, 0);
  writer.writeMessage(
    2,
    (pairs, inner) => {
      for (const pair of pairs) inner.writeMessage(1, writePair, pair);
    },
    Object.entries(data),
  );
  return Buffer.from(writer.finish());
}

function writePair([key, value]: readonly [string, unknown], writer: PbfWriter): void {
  writer.writeStringField(1, key);
  writer.writeBytesField(2, Buffer.from(JSON.stringify(value)));
}

/** CommOpenApiResp { respData = 1, contentType = 2, errorCode = 3, httpCode = 4 } */
function decode(buffer: Buffer): { body: Buffer; contentType: string; errorCode: number } {
  const reply = { body: Buffer.alloc(0), contentType: '', errorCode: 0 };
  return new PbfReader(buffer).readFields((field, read, reader) => {
    if (field === 1) read.body = Buffer.from(reader.readBytes());
    else if (field === 2) read.contentType = reader.readString();
    else if (field === 3) read.errorCode = reader.readVarint(true);
  }, reply);
}

function failureOf(api: string, reply: unknown): OpenApiError {
  const read = (name: string): unknown =>
    typeof reply === 'object' && reply !== null ? Reflect.get(reply, name) : undefined;
  const errcode = read('errcode');
  return new OpenApiError(
    api,
    typeof errcode === 'number' ? errcode : -1,
    String(read('code') ?? read('errmsg') ?? 'no reply'),
  );
}
