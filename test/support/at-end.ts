import { after } from 'node:test';

/**
 * What test files of one process share (a browser, built phones, a cloud) is closed when the last of them is
 * through. Import this module before any suite begins: its hook belongs to the whole run.
 */
const closings: (() => unknown)[] = [];

after(async () => {
  // What was opened last is closed first: it may still need what was there before it.
  for (const close of closings.reverse()) await close();
});

export function atEnd(close: () => unknown): void {
  closings.push(close);
}
