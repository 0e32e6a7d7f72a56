type WxFunction = (options: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Some attributes of WXML are another way to call an API. Rejects with the API's own error. */
export async function callWx(
  name: string,
  options: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const { wx } = globalThis as { wx?: Record<string, WxFunction | undefined> };
  const call = wx?.[name];
  if (!call) throw new Error(`wx.${name} does not exist`);
  return await call(options);
}
