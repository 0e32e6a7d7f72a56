/**
 * The phone's side of the automation protocol of `miniprogram-automator`. It is bundled into a phone as an extra
 * script and has a line to the relay (`line.ts`).
 */
import { appHandlers, watchErrors } from './app';
import { elementHandlers } from './element';
import { toJson } from './json';
import { openLine } from './line';
import { pageHandlers } from './page';
import { type Handlers, isRecord, text } from './params';
import { wxHandlers } from './wx';

const handlers: Handlers = { ...appHandlers, ...wxHandlers, ...pageHandlers, ...elementHandlers };

async function answer(method: string, params: Record<string, unknown>): Promise<unknown> {
  await window.__phone.ready;
  const handler = handlers[method];
  if (!handler) throw new Error(`appservice ${method} unimplemented`);
  return (await handler(params)) ?? {};
}

openLine(async (message) => {
  const asked: unknown = JSON.parse(message);
  const request = isRecord(asked) ? asked : {};
  const { id } = request;
  try {
    const params = isRecord(request.params) ? request.params : {};
    return toJson({ id, result: await answer(text(request, 'method'), params) });
  } catch (error) {
    return toJson({ id, error: { message: error instanceof Error ? error.message : String(error) } });
  }
});

// A phone that does not start is told of by each answer.
window.__phone.ready.then(watchErrors, () => undefined);
