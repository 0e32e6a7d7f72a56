import { elementsOf } from '../lib/wxml';
import type { SourceFile } from './sources';

/** An icon that a source certainly asks for, so that a name which TDesign lacks is a mistake. */
export interface IconUse {
  name: string;
  file: string;
}

/** Tags whose `icon` is a shape (`circle`, `line` …) or a type of their own, not the name of a drawing. */
const SHAPED = new Set(['icon', 't-radio', 't-radio-group', 't-checkbox', 't-checkbox-group', 't-steps']);

/** What `wx.showToast` calls an icon. */
const TOAST_ICONS = new Set(['success', 'error', 'loading', 'none']);

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ICON_PROPERTY = /\b(?:icon|\w+Icon)\s*[:=]\s*(['"])([a-z][a-z0-9-]*)\1/g;
const QUOTED = /(["'`])([a-z0-9]+(?:-[a-z0-9]+)*)\1/g;

/** Icons named beyond doubt: on `<t-icon name>`, in an icon attribute, or under an icon property of a script. */
export function certainIcons(source: SourceFile): IconUse[] {
  const names = source.name.endsWith('.wxml') ? namesInMarkup(source.text) : namesInScript(source);
  return [...new Set(names)].map((name) => ({ name, file: source.name }));
}

function namesInMarkup(markup: string): string[] {
  return elementsOf(markup).flatMap(({ tag, attributes }) =>
    attributes.filter(({ name }) => holdsIcon(tag, name)).flatMap(({ value }) => namesInValue(value)),
  );
}

function holdsIcon(tag: string, attribute: string): boolean {
  if (tag === 't-icon') return attribute === 'name';
  // A class for the icon, not an icon.
  if (SHAPED.has(tag) || attribute.startsWith('t-class')) return false;
  return attribute === 'icon' || /(?:-icon|\wIcon)$/.test(attribute);
}

/** `time`, or each outcome of `{{late ? 'time' : 'check'}}`; what is compared, indexed or glued names no icon. */
function namesInValue(value: string): string[] {
  if (!value.includes('{{')) return isName(value) ? [value] : [];
  const outcomes = value
    .replaceAll(/[!=]==?\s*'[^']*'|'[^']*'\s*[!=]==?/g, '')
    .replaceAll(/\+\s*'[^']*'|'[^']*'\s*\+/g, '')
    .replaceAll(/\[\s*'[^']*'\s*\]/g, '');
  return [...outcomes.matchAll(/'([^']*)'/g)].flatMap((match) =>
    isName(match[1] ?? '') ? (match[1] ?? '') : [],
  );
}

/** An address of a picture is no name, nor are the words that switch an icon on and off. */
function isName(value: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(value) && value !== 'true' && value !== 'false' && value !== 'slot';
}

function namesInScript(source: SourceFile): string[] {
  if (!/\.(ts|js|wxs)$/.test(source.name)) return [];
  return [...source.text.matchAll(ICON_PROPERTY)].flatMap((match) => {
    const name = match[2] ?? '';
    return TOAST_ICONS.has(name) ? [] : [name];
  });
}

/**
 * Icons that a file may come to show: every quoted word that is the name of one, and every name that a glued
 * expression (`'check-' + shape + '-filled'`) can produce. Only files that speak of icons are asked.
 */
export function possibleIcons(text: string, known: ReadonlySet<string>): string[] {
  if (!/icon/i.test(text)) return [];
  const quoted = [...text.matchAll(QUOTED)].flatMap((match) => match[2] ?? []);
  const attributes = [...text.matchAll(ATTRIBUTE)].flatMap((match) => match[2] ?? match[3] ?? []);
  return [...quoted, ...attributes, ...gluedNames(text, known)].filter((name) => known.has(name));
}

/** More names than this behind one expression means that the pattern is none of icons. */
const MOST_GLUED = 12;

function gluedNames(text: string, known: ReadonlySet<string>): string[] {
  const patterns = [
    ...text.matchAll(/'([a-z0-9-]+-)'\s*\+\s*[\w.]+(?:\s*\+\s*'(-[a-z0-9-]+)')?/g),
    ...text.matchAll(/`([a-z0-9-]+-)\$\{[^}]*\}(-[a-z0-9-]+)?`/g),
  ];
  return patterns.flatMap(([, start = '', end = '']) => {
    const names = [...known].filter(
      (name) => name.startsWith(start) && name.endsWith(end) && name.length > start.length + end.length,
    );
    return names.length <= MOST_GLUED ? names : [];
  });
}
