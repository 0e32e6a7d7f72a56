/**
 * WeChat has two compilers of WXML, and the phone has the newer one (that of glass-easel). A project that does
 * not choose it by `componentFramework` is written for the older one; where the two differ, its templates are
 * rewritten (适配指引 of glass-easel lists the differences, and the older compiler, wcc, shows them):
 *
 * - `wx-if`, `wx-for` and their relatives are written with a dash too;
 * - in the value of an attribute a quotation mark is escaped by a backslash, inside of `{{ }}` as well;
 * - a value that has lost its opening quotation mark ends at the closing one.
 */
export function newerWxml(source: string): string {
  let written = '';
  let at = 0;
  while (at < source.length) {
    const part = match(WHOLE, source, at) ?? tagAt(source, at) ?? { length: 1, text: source.charAt(at) };
    written += part.text;
    at += part.length;
  }
  return written;
}

/** Of the source, and what stands for it. */
interface Part {
  length: number;
  text: string;
}

/** Text, comments, scripts and closing tags stay as they are. */
const WHOLE = /[^<]+|<!--[\s\S]*?-->|<wxs\b[^>]*>[\s\S]*?<\/wxs>|<\//y;
const OPENING = /<[a-zA-Z][\w-]*/y;
const ATTRIBUTE =
  /([^\s"'=<>/]+)(?:(\s*=\s*)("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^\s"'<>][^"<>\n]*")?)?/y;
const BETWEEN = /[^>]/y;
const DASHED = /^wx-(?=(if|elif|else|for|for-items|for-item|for-index|key)$)/;

function tagAt(source: string, start: number): Part | undefined {
  const opening = match(OPENING, source, start);
  if (!opening) return undefined;
  let { text } = opening;
  let at = start + opening.length;
  for (let part = attributeAt(source, at); part; part = attributeAt(source, at)) {
    text += part.text;
    at += part.length;
  }
  return { length: at - start, text };
}

/** An attribute, or a character between two; undefined at the end of the tag. */
function attributeAt(source: string, at: number): Part | undefined {
  ATTRIBUTE.lastIndex = at;
  const found = ATTRIBUTE.exec(source);
  if (!found) return match(BETWEEN, source, at);
  const [whole, name = '', equals = '', value = ''] = found;
  return { length: whole.length, text: name.replace(DASHED, 'wx:') + equals + unescaped(quoted(value)) };
}

function match(pattern: RegExp, source: string, at: number): Part | undefined {
  pattern.lastIndex = at;
  const [text] = pattern.exec(source) ?? [];
  return text === undefined ? undefined : { length: text.length, text };
}

function quoted(value: string): string {
  return value === '' || /^["']/.test(value) ? value : `"${value}`;
}

function unescaped(value: string): string {
  if (!/\\["']/.test(value)) return value;
  const inner = value.slice(1, -1).replace(/\{\{[\s\S]*?\}\}|\\["']/g, (part) => {
    if (part.startsWith('{{')) return part.replace(/\\(["'])/g, '$1');
    return part === '\\"' ? '&quot;' : '&#39;';
  });
  return `${value[0]}${inner}${value[0]}`;
}
