/** A start tag in WXML. */
export interface Element {
  tag: string;
  /** Counted from 1. */
  line: number;
  attributes: { name: string; value: string }[];
}

const TAG = /<([a-z][\w-]*)((?:\s+[\w:.@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.@-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** Every start tag of a template in order; comments and the code inside `<wxs>` are passed over. */
export function elementsOf(markup: string): Element[] {
  const bare = blank(blank(markup, /<!--[\s\S]*?-->/g), /(?<=<wxs\b[^>]*[^/]>)[\s\S]*?(?=<\/wxs>)/g);
  return [...bare.matchAll(TAG)].map((match) => ({
    tag: match[1] ?? '',
    line: bare.slice(0, match.index).split('\n').length,
    attributes: [...(match[2] ?? '').matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
      name,
      value: double ?? single ?? '',
    })),
  }));
}

/** Empties what matches but keeps its line breaks, so that lines keep their numbers. */
function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => found.replaceAll(/[^\n]/g, ' '));
}
