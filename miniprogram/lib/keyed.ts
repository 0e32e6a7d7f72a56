export interface Keyed {
  key: string;
  text: string;
}

/** Lines that may say the same twice (two places without a name, two requests in the same words), for `wx:key`. */
export function keyed(texts: readonly string[]): Keyed[] {
  return texts.map((text, index) => ({ key: `${index}`, text }));
}
