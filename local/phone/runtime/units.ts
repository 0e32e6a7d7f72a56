/** The environment variables that a page asks for the safe area, by the phone's own custom properties. */
const SAFE_AREA = /env\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g;
const LENGTH = /(^|[^\w.-])([+-]?(?:\d*\.)?\d+)(rpx|vh|vw|vmin|vmax)\b/g;

/** Custom properties that hold one unit: `--rpx` on the root, the others on each page. */
const PROPERTY: Record<string, string> = {
  rpx: '--rpx',
  vh: '--phone-vh',
  vw: '--phone-vw',
  vmin: '--phone-vmin',
  vmax: '--phone-vmax',
};

/**
 * Lengths in WXSS and inline styles that mean the phone and not the browser: `rpx` is 1/750 of the frame's
 * width, `vh` is 1/100 of the page under its navigation bar. What stands inside `url(…)` is left alone.
 */
export function cssLengths(value: string): string {
  if (!/rpx|v[hw]\b|vm(in|ax)|env\(/.test(value)) return value;
  return value
    .split(/(url\((?:"[^"]*"|'[^']*'|[^)]*)\))/)
    .map((part) => (part.startsWith('url(') ? part : convert(part)))
    .join('');
}

function convert(value: string): string {
  return value
    .replace(SAFE_AREA, (_, side: string) => `var(--phone-safe-${side})`)
    .replace(
      LENGTH,
      (_, before: string, amount: string, unit: string) =>
        `${before}calc(var(${PROPERTY[unit]}) * ${amount})`,
    );
}
