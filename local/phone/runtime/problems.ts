import { glassEasel, type Node, watchedProperties } from './easel';
import type { Emitter, Problem } from './host';

export interface ProblemBook {
  readonly list: readonly Problem[];
  report(problem: Problem): void;
  /** An error out of the mini program's code: a problem, and WeChat's `App.onError`. */
  thrown(error: unknown, where: string): void;
}

/** Collects what must not be overlooked, from everywhere it can come. The console shows it too. */
export function collectProblems(events: () => Emitter | undefined): ProblemBook {
  const list: Problem[] = [];
  const report = (problem: Problem): void => {
    list.push(problem);
    console.error(`[phone] ${problem.kind}: ${problem.message}`, problem.stack ?? '');
  };
  const thrown = (error: unknown, where: string): void => {
    const { message, stack } = describeError(error);
    report({
      kind: 'uncaught',
      message: where === '' ? message : `${where}: ${message}`,
      ...(stack ? { stack } : {}),
    });
    events()?.emit('error', stack ?? message);
  };
  listenToFramework(report, thrown);
  listenToWindow(report, thrown, events);
  return { list, report, thrown };
}

export function describeError(error: unknown): { message: string; stack?: string } {
  if (!(error instanceof Error))
    return { message: typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error)) };
  return { message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** Advice of the framework on what WeChat documents, and on what the phone puts in order itself (updates.ts). */
const ADVICE =
  /^(Use number as for-list|recursive update detected|The for-list data is .* got type "(undefined|null)")/;

/** What this framework calls an error and the one below WebView pages (miniprogram-exparser) goes on without. */
const LET_PASS = /^Cannot find method "[^"]*" for observer of property/;

/** Inside npm packages: who writes a mini program cannot mend them. */
const PACKED = /^([^ ]*\/)?miniprogram_npm\/|preparing behavior "([^"]*\/)?miniprogram_npm\//;

function listenToFramework(
  report: (problem: Problem) => void,
  thrown: (error: unknown, where: string) => void,
): void {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error, method, component) => {
    const is = typeof component === 'string' ? component : component?.is;
    if (LET_PASS.test(describeError(error).message)) {
      report({ kind: 'component', message: describeError(error).message });
      return false;
    }
    thrown(error, [is, method].filter(Boolean).join(' '));
    return false;
  });
  const warned = new Set<string>();
  glassEasel.addGlobalWarningListener((message, component, node) => {
    const is = typeof component === 'string' ? component : component.is;
    const whole = is === '' ? message : `${is}: ${message}`;
    if (ADVICE.test(message) || PACKED.test(whole) || warned.has(whole)) return false;
    if (node && isWatchedByWxs(message, node)) return false;
    warned.add(whole);
    report({ kind: 'component', message: whole });
    return false;
  });
}

/** `change:name` makes any attribute useful, also one that the component does not declare. */
function isWatchedByWxs(message: string, node: Node): boolean {
  const name = /^"([^"]+)" is not a valid property/.exec(message)?.[1];
  return name !== undefined && watchedProperties(node).has(name);
}

function listenToWindow(
  report: (problem: Problem) => void,
  thrown: (error: unknown, where: string) => void,
  events: () => Emitter | undefined,
): void {
  window.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) thrown(event.error ?? event.message, '');
  });
  window.addEventListener('unhandledrejection', (event) => {
    const { message, stack } = describeError(event.reason);
    report({ kind: 'uncaught', message: `unhandled rejection: ${message}`, ...(stack ? { stack } : {}) });
    events()?.emit('unhandledRejection', { reason: event.reason, promise: event.promise });
  });
}
