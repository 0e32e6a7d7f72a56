import type { Problem } from '../runtime/problem';

/** A place in the project's sources; lines and columns count from 1. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** Something that does not stop a build and that the phone reports as a problem of this kind when it starts. */
export interface Note extends Finding {
  kind: Problem['kind'];
}

export function describe(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column} ${finding.message}`;
}

/** The project cannot be built. The message lists every finding as `file:line:column message`. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(describe).join('\n'));
    this.findings = findings;
  }
}

/** Fails at the beginning of a file. */
export function failAt(file: string, message: string): never {
  throw new BuildError([{ file, line: 1, column: 1, message }]);
}

/** Line and column, counted from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
