import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import less from 'less';
import * as sass from 'sass';
import { BuildError } from './errors';

/** What a style sheet's source becomes before it is WXSS. */
export interface Preprocessed {
  css: string;
  /** Every file that was read. */
  files: string[];
}

/** The extensions that WeChat's compiler plugins (`useCompilerPlugins`) take beside `.wxss`. */
export const STYLE_EXTENSIONS = ['.wxss', '.scss', '.sass', '.less'] as const;

/** Throws a `BuildError` that names the place. */
export function readStyle(file: string): Preprocessed {
  if (/\.s[ac]ss$/.test(file)) return compileSass(file);
  if (file.endsWith('.less')) return compileLess(file);
  return { css: readFileSync(file, 'utf8'), files: [file] };
}

function compileSass(file: string): Preprocessed {
  try {
    const { css, loadedUrls } = sass.compile(file, { logger: sass.Logger.silent });
    return {
      css,
      files: loadedUrls.filter(({ protocol }) => protocol === 'file:').map((url) => fileURLToPath(url)),
    };
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    const { span, sassMessage } = error;
    const { line, column } = span.start;
    const at = span.url === undefined ? file : fileURLToPath(span.url);
    throw new BuildError([{ file: at, line: line + 1, column: column + 1, message: `Sass: ${sassMessage}` }]);
  }
}

interface LessFailure {
  filename?: string;
  line?: number;
  column?: number;
  message: string;
}

/** Less can work without waiting when it is asked to, and then has called back before it returns. */
function compileLess(file: string): Preprocessed {
  let done: { css: string; imports: string[] } | undefined;
  let failure: LessFailure | undefined;
  const options = { filename: file, syncImport: true };
  const source = readFileSync(file, 'utf8');
  less.render(source, options, (error, output) => {
    if (output) done = output;
    else failure = error;
  });
  if (done) return { css: done.css, files: [file, ...done.imports] };
  const { filename = file, line = 1, column = 0, message = missingImport(file, source) } = failure ?? {};
  throw new BuildError([{ file: filename, line, column: column + 1, message: `Less: ${message}` }]);
}

/** Less goes on looking for an import in ways that need waiting, and so never says which one it did not find. */
function missingImport(file: string, source: string): string {
  const missing = missingImports(file, source, new Set());
  return missing.length === 0 ? 'did not finish' : `import not found: ${missing.join(', ')}`;
}

/** In what it imports too. */
function missingImports(file: string, source: string, seen: Set<string>): string[] {
  seen.add(file);
  const imports = [...source.matchAll(/@import\s+(?:\([^)]*\)\s*)?["']([^"']+)["']/g)];
  return imports.flatMap(([, name = '']) => {
    const at = path.resolve(path.dirname(file), name);
    const found = [at, `${at}.less`].find((candidate) => existsSync(candidate));
    if (found === undefined) return [name];
    return seen.has(found) ? [] : missingImports(found, readFileSync(found, 'utf8'), seen);
  });
}
