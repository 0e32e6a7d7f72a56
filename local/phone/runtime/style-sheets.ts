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
  /** Other contents for units by path. False when one of them has to be put in first: it said nothing before. */
  replace(changed: Readonly<Record<string, PhoneSheet>>): boolean;
  /** Turns on what the visible pages use and off what they do not. */
  show(paths: ReadonlySet<string>): void;
}

export function createStyleSheets(): StyleSheets {
  const ends = { app: end(), component: end(), page: end() };
  const sheets = new Map<
    string,
    { element: HTMLStyleElement; leaks: boolean; scope: SheetScope | undefined }
  >();
  /** Units that are there without a word of style. */
  const bare = new Set<string>();
  return {
    add(path, sheet, kind, scope) {
      if (sheets.has(path)) return;
      if (sheet === undefined || sheet.css === '') {
        bare.add(path);
        return;
      }
      const element = document.createElement('style');
      element.dataset.sheet = path;
      element.textContent = scoped(sheet.css, scope);
      const leaks = sheet.leaks || scope?.classes === undefined;
      if (leaks) element.media = 'not all';
      ends[kind].before(element);
      sheets.set(path, { element, leaks, scope });
    },
    replace(changed) {
      const entries = Object.entries(changed);
      const reachesFurther = (path: string, sheet: PhoneSheet): boolean => {
        const known = sheets.get(path);
        return known !== undefined && sheet.leaks && !known.leaks;
      };
      if (entries.some(([path, sheet]) => bare.has(path) || reachesFurther(path, sheet))) return false;
      for (const [path, sheet] of entries) {
        const known = sheets.get(path);
        // A page that was not opened yet takes it when it is.
        if (known) known.element.textContent = scoped(sheet.css, known.scope);
      }
      return true;
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

function scoped(css: string, scope: SheetScope | undefined): string {
  return css
    .replaceAll(SCOPE_MARK, scope?.classes === undefined ? '' : `${scope.classes}--`)
    .replaceAll(HOST_MARK, scope?.host ?? '');
}

/** A place in the head before which sheets of one kind go. */
function end(): Comment {
  return document.head.appendChild(document.createComment(''));
}
