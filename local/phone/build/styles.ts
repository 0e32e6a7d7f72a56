import { existsSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, CssSyntaxError, type Root, type Rule } from 'postcss';
import { cssLengths } from '../runtime/units';
import { BuildError, type Note } from './errors';
import { replaceIconFont } from './icons';
import { rewriteMedia } from './media';
import { readStyle } from './preprocess';
import type { Project } from './project';
import { rewriteSelector } from './selectors';

/** A style sheet that is ready for the browser but for the scope in its class names, which the phone puts in. */
export interface Sheet {
  css: string;
  /** Has selectors that reach beyond its own classes (tags, ids, attributes): only on while its page is. */
  leaks: boolean;
}

/** A sheet with what was found on the way. */
export interface CompiledSheet extends Sheet {
  /** What WeChat accepts with a warning and does not show. */
  notes: Note[];
  /** Every file that was read. */
  files: string[];
}

/**
 * Compiles a WXSS file with all it imports. `iconNames`: the TDesign icons that the project may show. Throws a
 * `BuildError`.
 */
export function compileSheet(file: string, project: Project, iconNames: ReadonlySet<string>): CompiledSheet {
  const files = new Set<string>();
  const notes: Note[] = [];
  const root = inline(file, project, files, []);
  replaceIconFont(root, iconNames);
  root.walkAtRules('media', rewriteMedia);
  let leaks = false;
  root.walkRules((rule) => {
    if (inKeyframes(rule)) return;
    const { selector, reaches } = rewriteSelector(rule.selector);
    rule.selector = selector;
    leaks ||= reaches;
  });
  root.walkDecls((declaration) => {
    declaration.value = cssLengths(declaration.value);
    if (!isLocalUrl(declaration.value)) return;
    const place = declaration.source?.start;
    notes.push({
      kind: 'resource',
      file: declaration.source?.input.file ?? file,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
      message: 'a file of the package cannot be had from WXSS: use a network address, base64 or <image/>',
    });
  });
  return { css: root.toString(), leaks, notes, files: [...files] };
}

/** Replaces every `@import` by the rules of the file, as WeChat's compiler does. */
function inline(file: string, project: Project, files: Set<string>, importedBy: readonly string[]): Root {
  const source = readStyle(file);
  for (const read of source.files) files.add(read);
  const root = parse(source.css, file);
  root.walkAtRules('import', (rule) => {
    const target = importTarget(rule, file, project);
    if (importedBy.includes(target) || target === file) {
      rule.remove();
      return;
    }
    rule.replaceWith(inline(target, project, files, [...importedBy, file]).nodes);
  });
  return root;
}

function parse(css: string, file: string): Root {
  try {
    return postcss.parse(css, { from: file });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line, column, reason } = error;
    throw new BuildError([{ file, line: line ?? 1, column: column ?? 1, message: `WXSS: ${reason}` }]);
  }
}

function importTarget(rule: AtRule, file: string, project: Project): string {
  const reference = /['"]([^'"]+)['"]/.exec(rule.params)?.[1] ?? rule.params;
  const tries = reference.startsWith('/')
    ? [path.join(project.root, reference)]
    : [path.resolve(path.dirname(file), reference), ...fromPackages(reference, project)];
  const found = tries.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  const place = rule.source?.start;
  const message = `WXSS: @import "${reference}" is missing`;
  throw new BuildError([{ file, line: place?.line ?? 1, column: place?.column ?? 1, message }]);
}

function fromPackages(reference: string, project: Project): string[] {
  return project
    .candidates(reference.replace(/^miniprogram_npm\//, '').replace(/\.wxss$/, ''), 'app')
    .map((candidate) => `${project.stem(candidate)}.wxss`);
}

function inKeyframes(rule: Rule): boolean {
  const { parent } = rule;
  // `type` tells that it is an AtRule, which postcss's types do not.
  return parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name);
}

function isLocalUrl(value: string): boolean {
  const targets = value.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))\s*\)/g);
  return [...targets].some(([, double, single, bare]) => {
    const target = double ?? single ?? bare ?? '';
    return target !== '' && !/^(data:|https?:|cloud:|\/\/|#)/.test(target);
  });
}
