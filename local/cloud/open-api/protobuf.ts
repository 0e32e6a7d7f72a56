import protobuf from 'protobufjs';

/**
 * The two messages of `wx.openApi`, with the field numbers that wx-server-sdk 4 puts on the wire.
 * The SDK wraps each parameter as key and JSON text (or the bytes of a picture).
 */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message Request { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message Reply { bytes respData = 1; string contentType = 2; int32 errorCode = 3; int32 httpCode = 4; }
`);
const Request = root.lookupType('Request');
const Reply = root.lookupType('Reply');

interface DecodedRequest {
  apiType: number;
  openapiData?: { pairs: { key: string; value: Uint8Array; contenttype: string }[] };
}

/** @returns the parameters; undefined when it is not a call of an open API. */
export function decodeParameters(bytes: Uint8Array): Record<string, unknown> | undefined {
  // The shape is the one declared above.
  const request = Request.decode(bytes) as unknown as DecodedRequest;
  if (request.apiType !== 0 || !request.openapiData) return undefined;
  return Object.fromEntries(
    request.openapiData.pairs.map(({ key, value, contenttype }) => [
      key,
      contenttype ? Buffer.from(value) : JSON.parse(Buffer.from(value).toString()),
    ]),
  );
}

export function encodeReply(
  reply: { contentType: string; bytes: Uint8Array } | { errorCode: number },
): Uint8Array {
  const fields =
    'errorCode' in reply
      ? { errorCode: reply.errorCode }
      : { respData: reply.bytes, contentType: reply.contentType, httpCode: 200 };
  return Reply.encode(Reply.create(fields)).finish();
}
