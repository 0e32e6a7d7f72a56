import { statSync } from 'node:fs';

/**
 * What V8 made of each bundle, for the next worker that starts with it: to compile a bundle takes a third of a
 * worker's start. V8 itself compares no more than the length of a text, so that a bundle is known by its time too.
 */
const compiled = new Map<string, Uint8Array>();

/** @param version see `versionOf` */
export function compiledCode(version: string): Uint8Array | undefined {
  return compiled.get(version);
}

export function keepCompiledCode(version: string, code: Uint8Array): void {
  compiled.set(version, code);
}

/** A file as it is now: it may be built anew under the same name. @returns '' when there is no such file: the worker says so better */
export function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${file} ${found.size} ${found.mtimeMs}` : '';
}
