/** What a client sends with a method; read with the functions below, which say what is wrong. */
export type Params = Readonly<Record<string, unknown>>;
export type Handler = (params: Params) => unknown;
export type Handlers = Readonly<Record<string, Handler>>;

export function text(params: Params, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') throw new Error(`${name} must be a string`);
  return value;
}

export function optionalText(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

export function list(params: Params, name: string): unknown[] {
  const value = params[name];
  return Array.isArray(value) ? value : [];
}

export function texts(params: Params, name: string): string[] {
  return list(params, name).map(String);
}

export function record(params: Params, name: string): Record<string, unknown> {
  const value = params[name];
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `list[0].name` of a value; undefined where the way ends. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}
