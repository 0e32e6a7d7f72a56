/** Where what belongs to one thing is printed; `of` as `packages/paper/sheets` knows it. */
export function paperLink(of: 'request' | 'session' | 'venue' | 'lesson', id: string): string {
  return `/packages/paper/sheets/sheets?of=${of}&id=${id}`;
}

/** One sheet, where there is only one. */
export function sheetLink(kind: 'card' | 'certificate', id: string): string {
  return `/packages/paper/print/print?kind=${kind}&id=${id}`;
}
