/** Mainland mobile numbers, with or without the country code. */
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])/g;
/** Resident identity numbers. */
const IDENTITY = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
/** Anything that could be an openid: WeChat's are 28 characters and begin with "o". */
const WORD = /[A-Za-z0-9_-]{3,64}/g;
const OPENID = /^o[A-Za-z0-9_-]{27}$/;

/**
 * Replaces phone numbers, identity numbers and openids: WeChat's shape, known people as whole words,
 * and the caller's own wherever it occurs (in a document id it stands between other letters).
 * @returns the clean text and how many places were replaced.
 */
export function maskPersonal(
  text: string,
  people: ReadonlySet<string>,
  own: readonly string[] = [],
): { text: string; masked: number } {
  let masked = 0;
  const hide = (label: string) => () => {
    masked += 1;
    return label;
  };
  const withoutOwn = own.reduce((rest, id) => rest.replaceAll(id, hide('[openid]')), text);
  const clean = withoutOwn
    .replace(IDENTITY, hide('[identity]'))
    .replace(MOBILE, hide('[phone]'))
    .replace(WORD, (word) => (OPENID.test(word) || people.has(word) ? hide('[openid]')() : word));
  return { text: clean, masked };
}
