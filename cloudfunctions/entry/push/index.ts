import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { log } from '../../core/log';
import { startRun } from '../../core/run';
import { settlePortrait } from '../../people/portrait/check-deliver';
import { settleFiles } from '../../service/request/file-check-deliver';
import { readPush } from '../../service/request/push-message';
import { handlers } from '../effects';

/**
 * WeChat may be faster than the function that asked, which writes the trace down only when it has it (ms between
 * looks). What comes earlier still is asked for again by the clock (`core/attachment.ts`).
 */
const PAUSES = [0, 100, 300, 500];

const environment = readEnvironment(process.env);

/** Receives WeChat's messages: verdicts on what was sent up. WeChat wants the word `success`. */
export async function main(event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  // What proves that WeChat speaks is the trace id: only WeChat and the request's document know it.
  const message = readPush(event);
  if (message === null) {
    log('push ignored', { run: invocation.id });
    return 'success';
  }
  const run = startRun(invocation, environment, handlers);
  // A phone is not WeChat: what it says finds a file or does not, and nobody waits for it.
  for (const pause of invocation.openid === null ? PAUSES : [0]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if ((await settleFiles(run, message)) || (await settlePortrait(run, message))) break;
  }
  return 'success';
}
