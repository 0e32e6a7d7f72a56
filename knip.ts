import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KnipConfig } from 'knip';
import { filesBelow } from './tools/lib/files';
import { isPacked } from './tools/packing/sources';

const MINIPROGRAM = path.join(import.meta.dirname, 'miniprogram');

/** WeChat loads a script by the JSON beside it (page, component, app): no import shows it. */
const loadedByJson = filesBelow(MINIPROGRAM, isPacked)
  .map((name) => name.replace(/\.json$/, '.ts'))
  .filter(
    (name) => name.endsWith('.ts') && existsSync(path.join(MINIPROGRAM, name.replace(/\.ts$/, '.json'))),
  )
  .map((name) => `miniprogram/${name}!`);

const config: KnipConfig = {
  entry: [
    ...loadedByJson,
    'cloudfunctions/entry/*/index.ts!',
    'tools/*.ts',
    'tools/wechat/*.cjs',
    'tools/packing/echarts.ts',
    'local/*/{cli,index}.ts',
    // Bundled for the browser or for a worker, by path.
    'local/phone/runtime/main.ts',
    'local/phone/runtime/dev-client.ts',
    'local/cloud/functions/worker/main.ts',
    'local/stage/browser/main.ts',
    'local/automator/agent/main.ts',
    'bench/*.ts',
    'test/**/*.test.ts',
    'test/pages/shoot.ts',
    'test/guardrails/pictures.ts',
    'test/guardrails/glass/main.ts',
  ],
  project: ['{miniprogram,cloudfunctions,database,local,test,bench,tools}/**/*.{ts,mjs,cjs}'],
  ignoreExportsUsedInFile: true,
  // Named in JSON, in a tsconfig, or found by its folder.
  ignoreDependencies: ['tdesign-miniprogram', 'miniprogram-api-typings', 'tdesign-icons-svg'],
  ignoreBinaries: ['fc-list', 'apt-get'],
  ignore: ['miniprogram/**/miniprogram_npm/**', '**/fixtures/**'],
};

export default config;
