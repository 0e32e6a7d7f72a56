import { answer } from '../../core/answer';
import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { startRun } from '../../core/run';
import { callers } from '../../people/person/callers';
import { handlers } from '../effects';
import { reportTable } from './table';

const environment = readEnvironment(process.env);

/** Answers people whose question takes long: with time and memory of its own. */
export async function main(event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  const run = startRun(invocation, environment, handlers);
  return answer(reportTable, callers(run, environment.firstAdmin), run, invocation.openid, event);
}
