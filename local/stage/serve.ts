import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { StageConfig } from './config';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Bundles the stage's page. Returns a handler for `/`, `/stage.js`, `/stage.css` and `/stage.json`. */
export async function openStage(
  config: () => StageConfig,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, 'browser/main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    minify: true,
  });
  const script = outputFiles[0]?.text ?? '';
  const files: Record<string, () => readonly [type: string, body: string]> = {
    '/': () => ['text/html', readFileSync(path.join(HERE, 'browser/index.html'), 'utf8')],
    '/stage.js': () => ['text/javascript', script],
    '/stage.css': () => ['text/css', readFileSync(path.join(HERE, 'browser/style.css'), 'utf8')],
    '/stage.json': () => ['application/json', JSON.stringify(config())],
  };
  return (request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://stage').pathname];
    if (file === undefined) return false;
    const [type, body] = file();
    response
      .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' })
      .end(body);
    return true;
  };
}
