/** What a WeChat API answers: JSON with `errcode`, or bytes. */
export type OpenApiReply =
  | { kind: 'json'; value: Record<string, unknown> }
  | { kind: 'bytes'; contentType: string; bytes: Buffer };

/** WeChat's own refusal: a number and its sentence. */
export class WxError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`);
    this.name = 'WxError';
  }
}

/** WeChat's number where a function's config.json does not name the API. */
export const NOT_GRANTED = -604101;

export const ok = (value: Record<string, unknown> = {}): OpenApiReply => ({
  kind: 'json',
  value: { errcode: 0, errmsg: 'ok', ...value },
});

export const refused = (error: WxError): OpenApiReply => ({
  kind: 'json',
  value: { errcode: error.errcode, errmsg: error.errmsg },
});

/** @throws WxError 40097 when the parameter is not text. */
export function requiredText(data: Record<string, unknown>, name: string): string {
  const value = data[name];
  if (typeof value !== 'string' || value === '')
    throw new WxError(40097, `invalid args: ${name} is required`);
  return value;
}
