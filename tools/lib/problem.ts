/** A fault that a person can mend: shown as its message alone, without a stack. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** Runs a tool's main function: a `Problem` becomes its message and exit code 1, anything else keeps its stack. */
export function runTool(main: () => Promise<number | undefined>): void {
  main().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error: unknown) => {
      console.error(error instanceof Problem ? error.message : error);
      process.exitCode = 1;
    },
  );
}
