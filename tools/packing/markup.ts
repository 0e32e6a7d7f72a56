import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../lib/problem';

const REFERENCES: Record<string, RegExp> = {
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g,
  '.wxs': /\brequire\(\s*["']([^"']+)["']\s*\)/g,
  '.wxss': /@import\s+(?:url\()?\s*["']([^"']+)["']/g,
};

/** The templates, style sheets and WXS that these files pull in, they themselves included; absolute paths. */
export function markupClosure(files: readonly string[]): string[] {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...referencesOf(file));
  }
  return [...reached].sort();
}

function referencesOf(file: string): string[] {
  const pattern = REFERENCES[path.extname(file)];
  if (pattern === undefined) return [];
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => {
    const written = match[1] ?? '';
    const found = path.resolve(path.dirname(file), written);
    const whole = path.extname(found) === '' ? `${found}${path.extname(file)}` : found;
    if (!existsSync(whole)) throw new Problem(`${file} refers to ${written}, which does not exist.`);
    return whole;
  });
}
