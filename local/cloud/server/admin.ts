import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, notSupported } from '../errors';
import { type Call, NoReply, suffer } from '../faults';
import { ADMIN_REQUEST } from '../limits';
import { apiName } from '../open-api/names';
import { NOT_GRANTED, WxError } from '../open-api/reply';
import type { Plan } from '../store/index';
import { type Action, type Answer, optionalText, type Parameters } from './action';
import { databaseActions } from './database';
import { functionActions } from './functions';
import { parseObject, readBody, sendJson, withholdReply } from './http';
import { openApiActions } from './open-api';
import type { Parts } from './parts';
import { storageActions } from './storage';

const ACTIONS: Record<string, Action> = {
  ...databaseActions,
  ...functionActions,
  ...storageActions,
  ...openApiActions,
};

/** What people know by another name than the wire does. */
const BETTER_KNOWN: Record<string, string> = {
  'auth.wsWebSign': 'watching a collection (realtime push)',
  'auth.getUserInfoForAdmin': 'asking for users of other login methods',
  'analytics.report': 'analytics',
};

/** `POST /admin`: the endpoint that the SDKs speak to. */
export async function admin(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: Parts,
): Promise<void> {
  const requestId = randomUUID();
  // An invocation's id leads every request that its SDK makes; see `invocationEnvironment`.
  const invocation = url.searchParams.get('seqId')?.slice(0, requestId.length) ?? '';
  try {
    const body = await readBody(request, ADMIN_REQUEST);
    if (request.headers['content-type']?.startsWith('multipart/form-data')) {
      // Loaded by the first call that needs it: few do, and it would double the time to start.
      const { answerOpenApi } = await import('./open-api-form');
      await answerOpenApi(request, body, response, parts, (api, work) => guard(api, 'open-api', work));
      return;
    }
    const parameters = parseObject(body.toString());
    const answer = await perform(parameters);
    if (answer.plan) {
      response.setHeader('x-local-plan', planHeader(answer.plan));
      parts.plans.tell(answer.plan, parts.runner.functionOf(invocation));
    }
    sendJson(response, { requestId, ...answer.fields });
  } catch (error) {
    if (error instanceof NoReply) await withholdReply(error, request, parts.silenceMs);
    else if (error instanceof CloudError)
      sendJson(response, { requestId, code: error.code, message: error.message });
    else throw error;
  }

  async function perform(parameters: Parameters): Promise<Answer> {
    checkEnv(parameters, parts.onlyEnv);
    const name = String(parameters.action);
    const action = ACTIONS[name];
    if (!action) throw notSupported(BETTER_KNOWN[name] ?? `the action ${name}`);
    // The runner suffers the faults of functions, for every way in which one is called.
    if (action.part === 'function') return action.run(parameters, parts);
    const target = action.part === 'open-api' ? apiName(String(parameters.apiName)) : name;
    const answered = guard(target, action.part, (asked) => action.run(asked, parts), parameters);
    return action.part === 'open-api' ? answered.catch(asOpenApiRefusal) : answered;
  }

  async function guard<T>(
    name: string,
    part: Call['on'],
    work: (parameters: Parameters) => T | Promise<T>,
    parameters: Parameters = {},
  ): Promise<T> {
    const collection = optionalText(parameters, 'collectionName');
    const functionName = parts.runner.functionOf(invocation);
    const call: Call = {
      on: part,
      action: name,
      requestId,
      ...(collection !== undefined && { collection }),
      ...(functionName !== undefined && { functionName }),
    };
    const effect = parts.faults.take(call);
    if (part === 'open-api' && !parts.runner.mayCall(invocation, name))
      throw new WxError(NOT_GRANTED, 'function has no permission to call this API');
    const rewritten = part === 'database' ? await parts.faults.onRequest?.(call, parameters) : undefined;
    const asked = () => work(rewritten ?? parameters);
    if (!effect) return asked();
    return suffer(effect, asked, {
      kill: () => parts.runner.kill(invocation),
      ...(part === 'open-api' && { refuse: (code, message) => new WxError(Number(code) || -1, message) }),
    });
  }
}

function asOpenApiRefusal(error: unknown): Answer {
  if (!(error instanceof WxError)) throw error;
  const { errcode, errmsg } = error;
  return { fields: { data: { responseData: JSON.stringify({ errcode, errmsg }) } } };
}

/** @throws CloudError INVALID_ENV */
function checkEnv(parameters: Parameters, onlyEnv: string | undefined): void {
  const asked = optionalText(parameters, 'envName');
  if (onlyEnv === undefined || asked === undefined || asked === onlyEnv) return;
  throw new CloudError('INVALID_ENV', `Environment not found: ${asked}`);
}

function planHeader(plan: Plan): string {
  return encodeURI(JSON.stringify(plan));
}
