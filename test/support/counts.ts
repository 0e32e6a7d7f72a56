/**
 * What a file has proven besides its tests, by kind: written to its output at the end as one line,
 * which `tools/test.ts` takes out and adds up.
 */
const COUNTS = '@proven ';

const counts = new Map<string, number>();

export function count(kind: string, by = 1): void {
  if (counts.size === 0)
    process.once('exit', () => {
      process.stdout.write(`\n${COUNTS}${JSON.stringify(Object.fromEntries(counts))}\n`);
    });
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}

/** Adds up what the output of a file says of its counts. */
export function readCounts(output: string): Map<string, number> {
  const all = new Map<string, number>();
  for (const line of output.split('\n')) {
    if (!line.startsWith(COUNTS)) continue;
    // Written by `count`, in this file.
    for (const [kind, times] of Object.entries(
      JSON.parse(line.slice(COUNTS.length)) as Record<string, number>,
    ))
      all.set(kind, (all.get(kind) ?? 0) + times);
  }
  return all;
}
