import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { collections } from '../database/collections';
import { facts } from '../database/seed';
import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';

/**
 * `npm run seed -- FOLDER`: what a new environment needs, as files for its console or command line:
 * one `NAME.json` a collection (JSON lines, the seed's facts, no samples) and `indexes.json` in CloudBase's own form.
 */
const USAGE = 'npm run seed -- FOLDER';

runTool(async () => {
  const { positionals } = readArguments(USAGE, { allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Problem(USAGE);
  mkdirSync(folder, { recursive: true });
  const seed = facts(Date.now());
  for (const [collection, documents] of Object.entries(seed)) {
    const lines = documents.map((document) => JSON.stringify(document)).join('\n');
    writeFileSync(path.join(folder, `${collection}.json`), `${lines}\n`);
  }
  const indexes = Object.entries(collections).map(([name, { indexes: list, rule }]) => ({
    collection: name,
    rule,
    indexes: list,
  }));
  writeFileSync(path.join(folder, 'indexes.json'), `${JSON.stringify(indexes, null, 2)}\n`);
  console.log(
    `${Object.keys(seed).length} collections with documents and the indexes of ${indexes.length} are in ${folder}`,
  );
  return 0;
});
