import type { AppJson } from './app-json';
import type { Problem } from './problem';

/** What the build hands to the phone: one mini program, compiled. */
export interface PhoneProject {
  appJson: AppJson;
  /** Every page, main package first. */
  pages: string[];
  /** Pages and components by logical path; a component comes before what uses it. */
  units: Record<string, PhoneUnit>;
  /** `usingComponents` of app.json, as `/logical/path`. */
  global: Record<string, string>;
  /** theme.json: `{ light: {...}, dark: {...} }`, or empty. */
  themes: Record<string, unknown>;
  /** By logical path; `app` is app.wxss. */
  sheets: Record<string, PhoneSheet>;
  /** What WeChat would take and this phone does not: becomes problems. */
  notes: Pick<Problem, 'kind' | 'message'>[];
  /** WeChat's compiled templates by logical path. */
  templates: () => Record<string, unknown>;
  /** Runs the script of a page, a component, or `app`. */
  scripts: Record<string, () => unknown>;
}

export interface PhoneUnit {
  isPage: boolean;
  json: Record<string, unknown>;
  using: Record<string, string>;
}

export interface PhoneSheet {
  css: string;
  leaks: boolean;
}

declare global {
  interface Window {
    /** Called by a project's bundle once, with `project.js` and its scripts; set by the phone's own script, which is
     * loaded before. */
    __phoneBoot: (project: PhoneProject) => void;
  }
}
