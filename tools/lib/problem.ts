/** A fault that a person can mend: shown as its message alone, without a stack. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** What the machine refuses whoever runs a tool; the message names the file. */
const OF_THE_MACHINE = new Set(['EACCES', 'EEXIST', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

/**
 * Runs a tool's main function: a `Problem`, and what the machine refuses, becomes its message and exit code 1,
 * anything else keeps its stack.
 */
export function runTool(main: () => Promise<number | undefined>): void {
  main().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error: unknown) => {
      console.error(isPlain(error) ? error.message : error);
      process.exitCode = 1;
    },
  );
}

function isPlain(error: unknown): error is Error {
  if (error instanceof Problem) return true;
  return error instanceof Error && 'code' in error && OF_THE_MACHINE.has(String(error.code));
}
