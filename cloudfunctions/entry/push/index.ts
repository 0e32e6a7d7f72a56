import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { log } from '../../core/log';
import { startRun } from '../../core/run';
import { settlePortrait } from '../../people/portrait/check-deliver';
import { settleFiles } from '../../service/request/file-check-deliver';
import { readPush } from '../../service/request/push-message';
import { handlers } from '../effects';

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
  await settleFiles(run, message);
  await settlePortrait(run, message);
  return 'success';
}
