import { answer } from '../../core/answer';
import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { startRun } from '../../core/run';
import { callers } from '../../people/person/callers';
import { handlers } from '../effects';
import { table } from './table';

const environment = readEnvironment(process.env);

/** Answers people. */
export async function main(event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  const run = startRun(invocation, environment, handlers);
  return answer(table, callers(run, environment.firstAdmin), run, invocation.openid, event);
}
