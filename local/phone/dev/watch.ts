import { watch } from 'node:fs';
import path from 'node:path';

/** Saving one file makes several events; they are taken as one. */
const SETTLE_MS = 40;
const IGNORED = /(^|[/\\])(node_modules|\.[^/\\]+)([/\\]|$)/;

/** Calls back after files below a folder changed, with their names in it. Returns what stops it. */
export function watchFolder(
  folder: string,
  except: string,
  changed: (files: readonly string[]) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const saved = new Set<string>();
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || IGNORED.test(name) || path.resolve(folder, name).startsWith(except)) return;
    saved.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed([...saved]);
      saved.clear();
    }, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
