import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';
import { isPacked } from '../../tools/packing/sources';

export interface Source {
  file: string;
  text: string;
}

/** Everything that people get: pages, functions, what the database begins with. Not tests and tools. */
export function productSources(): Source[] {
  return ['miniprogram', 'cloudfunctions', 'database'].flatMap((folder) =>
    filesBelow(path.join(ROOT, folder), isPacked)
      .filter((name) => /\.(ts|wxml|wxss|wxs|json)$/.test(name))
      .map((name) => ({
        file: `${folder}/${name}`,
        text: readFileSync(path.join(ROOT, folder, name), 'utf8'),
      })),
  );
}

/** Without what only a programmer reads. */
export function withoutComments({ file, text }: Source): Source {
  const plain = file.endsWith('.wxml')
    ? text.replace(/<!--[\s\S]*?-->/g, '')
    : text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
  return { file, text: plain };
}

/** The words of every name in it: `rankOf`, `leader_board` and `LeaderBoard` are two words each. */
export function namesIn(text: string): string[] {
  return (text.match(/[A-Za-z][A-Za-z0-9_]*/g) ?? []).flatMap((name) =>
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .split(/[ _]+/)
      .map((word) => word.toLowerCase()),
  );
}
