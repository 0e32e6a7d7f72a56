import type { PhoneProject } from '../runtime/project';
import { NOT_IN_WECHAT } from './scripts';

/** All of a project but its scripts and templates. */
export type ProjectData = Omit<PhoneProject, 'templates' | 'scripts'>;

/**
 * `project.js`: what the project says of itself, its style sheets and its compiled templates. It has nothing to
 * be bundled, so that a saved template or style sheet is written at once.
 */
export function projectScript(data: ProjectData, templates: string): string {
  const members = Object.entries(data).map(([name, value]) => `${name}: ${quote(value)},`);
  return [
    'globalThis.__phoneProject = {',
    ...members,
    // Parameters that nobody passes: to the scripts of templates too the browser's names are undefined.
    `templates: (${NOT_IN_WECHAT.join(', ')}) => (${templates}),`,
    '};',
  ].join('\n');
}

/** What `bundle.js` is bundled from: a function for each script that runs it when the phone asks for it. */
export function scriptsEntry(scripts: ReadonlyMap<string, string>): string {
  const loaders = [...scripts].map(([logical, file]) => `${quote(logical)}: () => require(${quote(file)}),`);
  return ['globalThis.__phoneBoot({ ...globalThis.__phoneProject, scripts: {', ...loaders, '} });'].join(
    '\n',
  );
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
