/** `npm run cloud`: the stand-in alone, for any project. See the README for the options. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readDeclarations, readFunctions } from './cli-files';
import { CloudError } from './errors';
import { startCloud } from './index';
import type { Cloud } from './types';

const HELP = `A stand-in for CloudBase on this machine.

  --port N          port (default 9800)
  --data DIR        folder for documents and files (default .data/cloud), or :memory:
  --indexes FILE    JSON: {collection: {indexes: [{IndexName, MgoKeySchema}]}}
  --functions FILE  cloudbaserc.json, whose functions are served
  --env ID          environment id; requests for another one are then refused
  --duplicates SHAPE  how a duplicate key looks: message (default) or code
  --scan POLICY     what to do with a query no index serves: allow, warn (default) or reject
  --no-timers       run timer triggers only when the clock is moved or /control/timer asks
  --export FILE     write all documents as JSON lines and end
  --import FILE     add the documents of such a file and end
`;

const options = {
  port: { type: 'string', default: '9800' },
  data: { type: 'string', default: '.data/cloud' },
  indexes: { type: 'string' },
  functions: { type: 'string' },
  env: { type: 'string' },
  scan: { type: 'string', default: 'warn' },
  duplicates: { type: 'string', default: 'message' },
  'no-timers': { type: 'boolean', default: false },
  export: { type: 'string' },
  import: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function scanPolicy(text: string): 'allow' | 'warn' | 'reject' {
  if (text === 'allow' || text === 'warn' || text === 'reject') return text;
  throw new CloudError('INVALID_PARAM', `--scan is allow, warn or reject, not ${text}`);
}

function duplicateShape(text: string): 'code' | 'message' {
  if (text === 'code' || text === 'message') return text;
  throw new CloudError('INVALID_PARAM', `--duplicates is message or code, not ${text}`);
}

async function main(): Promise<void> {
  // As in production: functions share this process's zone.
  process.env.TZ = 'UTC';
  const { values } = parseArgs({ options });
  if (values.help) {
    say(HELP);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CloudError('INVALID_PARAM', `--port is a number up to 65535, not ${values.port}`);
  }
  const moving = values.export !== undefined || values.import !== undefined;
  const cloud = await startCloud({
    data: values.data,
    port: moving ? 0 : port,
    scan: scanPolicy(values.scan),
    duplicateShape: duplicateShape(values.duplicates),
    durability: 'full',
    timers: !values['no-timers'] && !moving,
    onWarn: (text) => process.stderr.write(`${text}\n`),
    ...(values.env !== undefined && { env: values.env }),
    ...(values.indexes !== undefined && { collections: readDeclarations(values.indexes) }),
    ...(values.functions !== undefined && !moving && { functions: readFunctions(values.functions) }),
  });
  if (moving) {
    await moveDocuments(cloud, values.export, values.import);
    await cloud.close();
    return;
  }
  announce(cloud, values.data);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cloud.close());
}

async function moveDocuments(cloud: Cloud, to: string | undefined, from: string | undefined): Promise<void> {
  if (to !== undefined) {
    await pipeline(Readable.from(linesOf(cloud.store.exportLines())), createWriteStream(to));
    say(`written to ${to}`);
  }
  if (from === undefined) return;
  const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY });
  const count = await cloud.store.importLines(lines, (documents) =>
    process.stderr.write(`\r${documents} documents`),
  );
  say(`\n${count} documents read from ${from}`);
}

function* linesOf(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

function announce(cloud: Cloud, data: string): void {
  say(`CloudBase stand-in at ${cloud.url}, data in ${data}`);
  say('To send an unchanged SDK here:');
  say(`  export TENCENTCLOUD=true TENCENTCLOUD_SECRETID=local TENCENTCLOUD_SECRETKEY=local`);
  say(
    `  export TCB_ENV=${cloud.env} TCB_CONTEXT_KEYS=TCB_ENV TCB_CONTEXT_CNFG='{"URL":"${cloud.adminUrl}"}'`,
  );
  say(`Control: ${cloud.url}/control/state`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
