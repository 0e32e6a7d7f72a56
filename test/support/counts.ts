/**
 * What a file has proven besides its tests, by kind: written to its output at the end as one line,
 * which `tools/test.ts` takes out and adds up.
 */
export const COUNTS = '@proven ';

const counts = new Map<string, number>();

export function count(kind: string, by = 1): void {
  if (counts.size === 0)
    process.once('exit', () => {
      process.stdout.write(`\n${COUNTS}${JSON.stringify(Object.fromEntries(counts))}\n`);
    });
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}
