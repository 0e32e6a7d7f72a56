import type { OpenPage } from '../../phone/runtime/host';
import { emit } from './line';
import { hostOf } from './nodes';
import { type Handlers, list, text } from './params';
import { compile } from './wx';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
let logging = false;

/** Wraps once: a second listener of the same phone must not hear everything twice. */
function enableLog(): void {
  if (logging) return;
  logging = true;
  for (const level of LEVELS) {
    const original = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      emit('App.logAdded', { type: level, args });
      original(...args);
    };
  }
}

/** Errors of the mini program become events, whether or not a client listens. */
export function watchErrors(): void {
  const { events } = hostOf();
  const tell = (thrown: unknown): void => {
    const [message = '', ...stack] = String(thrown).split('\n');
    emit('App.exceptionThrown', { message, stack: stack.join('\n') });
  };
  events.on('error', tell);
  events.on('unhandledRejection', (rejection) => {
    const reason: unknown =
      typeof rejection === 'object' && rejection !== null && 'reason' in rejection
        ? rejection.reason
        : rejection;
    tell(reason instanceof Error ? (reason.stack ?? reason.message) : reason);
  });
}

function shown({ id, path, query }: OpenPage): { pageId: number; path: string; query: object } {
  return { pageId: id, path, query };
}

export const appHandlers: Handlers = {
  'App.getPageStack': () => ({ pageStack: hostOf().router.stack().map(shown) }),
  'App.getCurrentPage': () => {
    const page = hostOf().router.current();
    if (!page) throw new Error('no page is open');
    return shown(page);
  },
  'App.callFunction': async (params) => ({
    result: await compile(text(params, 'functionDeclaration'))(...list(params, 'args')),
  }),
  'App.enableLog': enableLog,
  'App.addBinding': (params) => {
    const name = text(params, 'name');
    Object.assign(globalThis, { [name]: (...args: unknown[]) => emit('App.bindingCalled', { name, args }) });
  },
};
