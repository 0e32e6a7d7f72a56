/** What a bench says: a table for people, the same as one JSON object for scripts. */
export interface BenchReport {
  title: string;
  note: string;
  rows: Record<string, string | number>[];
}
