import type { PhoneProject } from '../runtime/project';

export type EntryData = Omit<PhoneProject, 'templates' | 'scripts'>;

/**
 * The source of a project's bundle: its data, its compiled templates, and a function for each script that
 * runs it when the phone asks for it.
 */
export function projectEntry(
  data: EntryData,
  templates: string,
  scripts: ReadonlyMap<string, string>,
): string {
  const loaders = [...scripts].map(([logical, file]) => `${quote(logical)}: () => require(${quote(file)}),`);
  const members = Object.entries(data).map(([name, value]) => `${name}: ${quote(value)},`);
  return [
    'globalThis.__phoneBoot({',
    ...members,
    `templates: () => (${templates}),`,
    `scripts: {\n${loaders.join('\n')}\n},`,
    '});',
  ].join('\n');
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
