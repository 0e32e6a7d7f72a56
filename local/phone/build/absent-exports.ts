import path from 'node:path';
import type { Note } from './errors';
import { messagesOf } from './read-only';

/** Names that scripts import and that nobody exports, by the importing file. */
export type AbsentExports = Map<string, Note[]>;

/**
 * esbuild refuses to bundle an `import` of a name that the module does not export. WeChat compiles `import` to
 * `require`, and the name is undefined. Answers which files have to be compiled so; undefined when the bundle
 * failed for other reasons.
 */
export function absentExports(failure: unknown): AbsentExports | undefined {
  const absent: AbsentExports = new Map();
  for (const { text, location } of messagesOf(failure)) {
    const name = /^No matching export in "[^"]+" for import "([^"]+)"$/.exec(text)?.[1];
    if (name === undefined || location === null) return undefined;
    const file = path.resolve(location.file);
    const { line, column } = location;
    const message = `"${name}" is imported and not exported there: it is undefined`;
    absent.set(file, [
      ...(absent.get(file) ?? []),
      { kind: 'resource', file, line, column: column + 1, message },
    ]);
  }
  return absent.size === 0 ? undefined : absent;
}
