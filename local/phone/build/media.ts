import type { AtRule, ChildNode, Container, Rule } from 'postcss';

const THEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/;
const SIZE = /\(\s*(min-|max-)?(width|height|aspect-ratio)\b|\(\s*orientation\b/;

/**
 * Media queries ask about the browser; the page must hear about the phone. The theme becomes a condition on
 * the phone's root element, sizes become a container query on the phone's frame.
 */
export function rewriteMedia(media: AtRule): void {
  const queries = media.params.split(',').map((query) => query.trim());
  if (!queries.some((query) => THEME.test(query))) {
    if (queries.every((query) => SIZE.test(query)) && queries.length === 1) askFrame(media, media.params);
    return;
  }
  const copies = queries.map((query) => {
    const copy = media.clone({ params: query });
    const theme = THEME.exec(query)?.[1];
    if (theme === undefined) return copy;
    onTheme(copy, theme);
    const rest = query
      .replace(THEME, '')
      .replace(/^(\s*and\s*)+|(\s*and\s*)+$/g, '')
      .trim();
    if (rest === '' || rest === 'screen' || rest === 'all') return copy.nodes ?? [];
    copy.params = rest.replace(/\band\s+and\b/g, 'and');
    return copy;
  });
  // What is left after `flat` are rules and at-rules: postcss types the list wider.
  media.replaceWith(...(copies.flat() as ChildNode[]));
}

function onTheme(container: Container, theme: string): void {
  container.walkRules((rule: Rule) => {
    // :where() adds no weight, so that the order of rules decides as it does in WeChat.
    rule.selectors = rule.selectors.map((selector) => `:where([data-theme="${theme}"]) ${selector}`);
  });
}

function askFrame(media: AtRule, query: string): void {
  media.name = 'container';
  media.params = `phone ${query.replace(/^\s*(only\s+)?(screen|all)\s+and\s+/, '')}`;
}
