import type { Query } from './host';

export interface PageUrl {
  /** Without a leading slash. */
  path: string;
  query: Query;
}

/**
 * Reads a page's address as WeChat does: values are not decoded, what follows a second `=` of a pair or a
 * second `?` is lost, and a pair without `=` gets the text 'undefined'.
 * https://developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800
 */
export function parsePageUrl(url: string, from = ''): PageUrl {
  const [path = '', query = ''] = url.split('?');
  return { path: absolute(path, from), query: parseQuery(query) };
}

export function parseQuery(text: string): Query {
  const query: Query = {};
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name = '', value] = pair.split('=');
    query[name] = String(value);
  }
  return query;
}

/** A path without a leading slash is relative to the page it is used on. */
export function absolute(path: string, from: string): string {
  if (path.startsWith('/')) return path.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export function pageUrl({ path, query }: PageUrl): string {
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return text === '' ? `/${path}` : `/${path}?${text}`;
}
