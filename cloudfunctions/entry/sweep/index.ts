import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { log } from '../../core/log';
import { startRun } from '../../core/run';
import { sweep } from '../../core/sweep';
import { sweepInbox } from '../../people/inbox/sweep';
import { sessions } from '../../school/session/definition';
import { dangers } from '../../service/danger/model';
import { requests } from '../../service/request/definition';
import { handlers } from '../effects';

const environment = readEnvironment(process.env);

/** The timer. Alone in its function: a warm instance keeps TRIGGER_SRC, and the SDK picks its token by it. */
export async function main(_event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  if (!invocation.timer) return { ok: false };
  const run = startRun(invocation, environment, handlers);
  const woken = {
    sessions: await sweep(run, sessions),
    requests: await sweep(run, requests),
    dangers: await sweep(run, dangers),
    inbox: await sweepInbox(run),
  };
  log('swept', { run: run.invocation, ...woken });
  return { ok: true, ...woken };
}
