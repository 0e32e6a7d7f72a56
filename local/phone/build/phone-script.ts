import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { asBuildError, bundleOptions } from './scripts';

const PHONE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STYLES = ['runtime/style.css', 'builtins/style.css', 'wx/style.css'];

interface PhoneFiles {
  script: string;
  map: string;
  style: string;
}

const made = new Map<string, Promise<PhoneFiles>>();

/**
 * Writes the phone itself (`phone.js`, its map, `app.css`), which is the same for every project. Within one
 * process it is bundled once.
 */
export async function writePhone(
  out: string,
  extraScripts: readonly string[],
  minify: boolean,
): Promise<void> {
  const key = JSON.stringify([extraScripts, minify]);
  const making = made.get(key) ?? bundlePhone(extraScripts, minify);
  made.set(key, making);
  const files = await making;
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'phone.js'), files.script);
  writeFileSync(path.join(out, 'phone.js.map'), files.map);
  writeFileSync(path.join(out, 'app.css'), files.style);
}

async function bundlePhone(extraScripts: readonly string[], minify: boolean): Promise<PhoneFiles> {
  const parts = [path.join(PHONE, 'runtime/main.ts'), ...extraScripts];
  const contents = parts.map((file) => `import ${JSON.stringify(file)};`).join('\n');
  const result = await esbuild
    .build({
      ...bundleOptions(minify),
      stdin: { contents, resolveDir: PHONE, loader: 'ts' },
      outfile: 'phone.js',
      write: false,
    })
    .catch((error: unknown) => {
      throw asBuildError(error);
    });
  const text = (end: string): string =>
    result.outputFiles?.find((file) => file.path.endsWith(end))?.text ?? '';
  return { script: text('phone.js'), map: text('phone.js.map'), style: readStyles() };
}

function readStyles(): string {
  return STYLES.map((name) => readFileSync(path.join(PHONE, name), 'utf8')).join('\n');
}
