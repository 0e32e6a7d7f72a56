import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import { openidOf, SAMPLE_PEOPLE } from '../database/seed/samples/people';
import { type Cloud, CloudError, emptyDataFolder } from '../local/cloud';
import { keepBuilt } from '../local/phone/dev/keep-built';
import type { Poster } from '../local/stage/config';
import { openStage } from '../local/stage/serve';
import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { packNpm } from './pack-npm';
import { stories } from './stories';
import { openTown } from './town';

/**
 * `npm start -- --port N --data DIR --fresh --no-open`: the whole street on one machine.
 */
const USAGE = 'npm start -- [--port N] [--data DIR] [--fresh] [--no-open]';

async function start(): Promise<number | undefined> {
  const options = readOptions();
  const data = path.resolve(ROOT, options.data);
  // Before the slow steps, and before anything is removed.
  await mustBeFree(options.port);
  if (options.fresh) explained(() => emptyDataFolder(data));

  await step('小程序的依赖', () => packNpm());
  const phone = await step('手机', () =>
    keepBuilt({
      project: ROOT,
      prefix: '/phone/',
      onFailed: ({ message }) => console.log(message),
    }),
  );
  const posters: Poster[] = [];
  const stage = await step('舞台', () =>
    openStage(() => ({
      title: '红芝麻',
      subtitle: '一台机器上的街道',
      holders,
      opening: ['sample-elder', 'sample-dispatcher'],
      stories: [...stories],
      posters,
      keptBuilt: true,
    })),
  );
  const cloud = await step('云函数和数据', () =>
    openTown({
      data,
      port: options.port,
      timers: true,
      durability: 'full',
      fallback(request, response) {
        if (stage(request, response) || phone.handle(request, response)) return;
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这一页');
      },
    }),
  ).catch(async (error: unknown) => {
    console.log('');
    await phone.close();
    throw plain(error);
  });
  posters.push(...(await venuePosters(cloud)));
  console.log(
    `\n红芝麻在 ${cloud.url}/ 开着。Ctrl+C 收摊，数据留在 ${path.relative(ROOT, data) || data}。\n`,
  );
  if (options.open) openBrowser(`${cloud.url}/`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.all([cloud.close(), phone.close()]);
  return 0;
}

const holders = SAMPLE_PEOPLE.map(({ key, label, name }) => ({ openid: openidOf(key), label, name }));

function readOptions(): { port: number; data: string; fresh: boolean; open: boolean } {
  const { values } = readArguments(USAGE, {
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.data/street' },
      fresh: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Problem(`--port wants a number up to 65535. ${USAGE}`);
  return { port, data: values.data, fresh: values.fresh, open: !values['no-open'] };
}

/** @throws Problem: whoever runs this twice learns it at once */
async function mustBeFree(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Problem(
          `Port ${port} is taken, perhaps by an npm start that is still open at http://127.0.0.1:${port}/. Another port: npm start -- --port N`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

function explained(run: () => void): void {
  try {
    run();
  } catch (error) {
    throw plain(error);
  }
}

/** What is wrong with a data folder is said by the stand-in; the option is this tool's. */
function plain(error: unknown): unknown {
  return error instanceof CloudError ? new Problem(`${error.message}\n${USAGE}`) : error;
}

async function step<Result>(name: string, run: () => Promise<Result> | Result): Promise<Result> {
  const began = performance.now();
  process.stdout.write(`${name}…`);
  const result = await run();
  console.log(` 好了（${((performance.now() - began) / 1000).toFixed(1)} 秒）`);
  return result;
}

/** The codes on the walls of the teaching points, as the product itself draws them. */
async function venuePosters(cloud: Cloud): Promise<Poster[]> {
  const ask = async <Name extends ActionName>(
    action: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>> => {
    const caller = { openid: openidOf('office') };
    // What the function `api` answers is the contract's reply.
    const reply = (await cloud.invoke(
      'api',
      { action, input, rid: '', contract: CONTRACT_VERSION },
      caller,
    )) as CallReply<OutputOf<Name>>;
    if (!reply.ok) throw new Problem(`${action}: ${reply.refusal.says}`);
    return reply.output;
  };
  const { items } = await ask('venue.list', { communityId: null });
  // One after another: the functions are just awake, and each code is drawn for the first time.
  const venues: OutputOf<'venue.get'>[] = [];
  for (const { id } of items) venues.push(await ask('venue.get', { id }));
  return venues.flatMap(({ name, alias, poster }) =>
    poster === null
      ? []
      : [{ title: alias ?? name ?? '教学点（待填写）', note: '门口的码：到了扫一下', image: poster }],
  );
}

function openBrowser(url: string): void {
  const command =
    process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  // Where there is no browser the printed address is enough.
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

runTool(start);
