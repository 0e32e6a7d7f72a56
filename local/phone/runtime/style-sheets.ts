import { HOST_MARK, SCOPE_MARK } from './marks';
import type { PhoneSheet } from './project';

export interface SheetScope {
  /** What `:host` means. */
  host: string;
  /** Stands before the component's classes; undefined when they are shared. */
  classes: string | undefined;
}

/**
 * The project's style sheets in the document: app.wxss, then components, then pages. One that reaches beyond
 * its own classes is on only while a page that uses it is on the glass, because here all pages share one
 * document, and in WeChat each has its own.
 */
export interface StyleSheets {
  /** Puts the sheet of a unit in once. */
  add(
    path: string,
    sheet: PhoneSheet | undefined,
    kind: 'app' | 'component' | 'page',
    scope?: SheetScope,
  ): void;
  /** Turns on what the visible pages use and off what they do not. */
  show(paths: ReadonlySet<string>): void;
}

export function createStyleSheets(): StyleSheets {
  const ends = { app: end(), component: end(), page: end() };
  const sheets = new Map<string, { element: HTMLStyleElement; leaks: boolean }>();
  return {
    add(path, sheet, kind, scope) {
      if (sheet === undefined || sheet.css === '' || sheets.has(path)) return;
      const element = document.createElement('style');
      element.dataset.sheet = path;
      element.textContent = sheet.css
        .replaceAll(SCOPE_MARK, scope?.classes === undefined ? '' : `${scope.classes}--`)
        .replaceAll(HOST_MARK, scope?.host ?? '');
      const leaks = sheet.leaks || scope?.classes === undefined;
      if (leaks) element.media = 'not all';
      ends[kind].before(element);
      sheets.set(path, { element, leaks });
    },
    show(paths) {
      for (const [path, { element, leaks }] of sheets) {
        if (!leaks) continue;
        const media = paths.has(path) ? 'all' : 'not all';
        if (element.media !== media) element.media = media;
      }
    },
  };
}

/** A place in the head before which sheets of one kind go. */
function end(): Comment {
  return document.head.appendChild(document.createComment(''));
}
