import { parseArgs } from 'node:util';
import { BuildError } from '../build/index';
import { type DevServer, serveProject } from './server';

export interface PhoneArguments {
  project: string;
  port: number;
  automatorPort?: number;
  headless: boolean;
}

/** Something that joins a served phone, such as the automator's endpoint. It may bring scripts into the phone. */
export interface PhoneExtension {
  extraScripts?: readonly string[];
  start(phone: DevServer, asked: PhoneArguments): Promise<{ close(): Promise<void> }>;
}

export const USAGE = `Opens a native WeChat mini program in a browser.

  npm run phone -- --project DIR [--port N] [--automator-port N] [--headless]

  --project         the folder that holds project.config.json
  --port            default 6174
  --automator-port  an endpoint for miniprogram-automator
  --headless        opens the phone in a browser without a window
`;

/** Throws an `Error` whose message can be shown. */
export function readArguments(args: readonly string[]): PhoneArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      port: { type: 'string' },
      'automator-port': { type: 'string' },
      headless: { type: 'boolean', default: false },
    },
  });
  if (values.project === undefined) throw new Error('--project is needed');
  const automator = values['automator-port'];
  return {
    project: values.project,
    port: portOf(values.port ?? '6174', '--port'),
    headless: values.headless,
    ...(automator === undefined ? {} : { automatorPort: portOf(automator, '--automator-port') }),
  };
}

function portOf(text: string, name: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${name} must be a port: ${text}`);
  return port;
}

/** Runs `npm run phone` until it is interrupted. Resolves to the exit code when it cannot start. */
export async function runPhone(
  args: readonly string[],
  print: (line: string) => void,
  extensions: readonly PhoneExtension[] = [],
): Promise<number | undefined> {
  let asked: PhoneArguments;
  try {
    asked = readArguments(args);
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (extensions.length === 0 && (asked.headless || asked.automatorPort !== undefined)) {
    print('--automator-port and --headless need the automator, which is not part of this phone');
    return 2;
  }
  try {
    const phone = await serveProject({
      project: asked.project,
      port: asked.port,
      extraScripts: extensions.flatMap((extension) => extension.extraScripts ?? []),
      onBuilt: ({ ms, count }) => print(`built in ${Math.round(ms)} ms: ${count.units} pages and components`),
      onFailed: (error) => print(error.message),
    });
    const started: { close(): Promise<void> }[] = [];
    for (const extension of extensions) started.push(await extension.start(phone, asked));
    print(`${phone.url} (Ctrl+C ends it)`);
    for (const note of phone.report.notes) print(`note: ${note}`);
    const close = (): void => void Promise.all([...started, phone].map((one) => one.close()));
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
    return undefined;
  } catch (error) {
    const reason = expectedReason(error);
    if (reason === undefined) throw error;
    print(reason);
    return 1;
  }
}

/** What a person can mend: the project, or the port. */
function expectedReason(error: unknown): string | undefined {
  if (error instanceof BuildError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}: another program uses this port`;
  }
  return undefined;
}
