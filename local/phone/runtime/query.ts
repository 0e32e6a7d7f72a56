import { type Facts, type Fields, factsOf, selectNodes, viewportFacts } from './facts';
import type { Host } from './host';

export { boxOf, type Fields, rectOf, selectNodes } from './facts';
export { createIntersectionObserver } from './intersection';
export { createMediaQueryObserver } from './media-query';

type Answer = Facts | null | (Facts | null)[];
type Callback = (answer: Answer) => void;

interface Question {
  scope: unknown;
  selector: string | undefined;
  all: boolean;
  fields: Fields;
  callback: Callback | undefined;
}

export interface NodesRef {
  fields(fields: Fields, callback?: Callback): SelectorQuery;
  boundingClientRect(callback?: Callback): SelectorQuery;
  scrollOffset(callback?: Callback): SelectorQuery;
  context(callback?: Callback): SelectorQuery;
  node(callback?: Callback): SelectorQuery;
  ref(callback?: Callback): SelectorQuery;
}

export interface SelectorQuery {
  in(component: unknown): SelectorQuery;
  select(selector: string): NodesRef;
  selectAll(selector: string): NodesRef;
  selectViewport(): NodesRef;
  exec(callback?: (answers: Answer[]) => void): SelectorQuery;
}

/** `wx.createSelectorQuery()` without a component asks the page on top. Answers come after the next frame. */
export function createSelectorQuery(host: Host, component?: unknown): SelectorQuery {
  let scope = component;
  const questions: Question[] = [];
  const ref = (selector: string | undefined, all: boolean): NodesRef => {
    const ask = (fields: Fields, callback?: Callback): SelectorQuery => {
      questions.push({ scope, selector, all, fields, callback });
      return query;
    };
    return {
      fields: ask,
      boundingClientRect: (callback) => ask({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback) => ask({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback) => ask({ context: true }, callback),
      node: (callback) => ask({ node: true }, callback),
      ref: (callback) => ask({ ref: true }, callback),
    };
  };
  const query: SelectorQuery = {
    in(next) {
      scope = next;
      return query;
    },
    select: (selector) => ref(selector, false),
    selectAll: (selector) => ref(selector, true),
    selectViewport: () => ref(undefined, false),
    exec(callback) {
      afterUpdate(() => {
        const answers = questions.map((question) => {
          const answer = answerOf(host, question);
          question.callback?.call(question.scope, answer);
          return answer;
        });
        callback?.(answers);
      });
      return query;
    },
  };
  return query;
}

/** Answers see what `setData` before them has drawn. */
function afterUpdate(act: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) act();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}

function answerOf(host: Host, { scope, selector, all, fields }: Question): Answer {
  if (selector === undefined) return viewportFacts(host);
  const found = selectNodes(host, scope, selector, all);
  const facts = found.map((element) => factsOf(host, element, fields));
  return all ? facts : (facts[0] ?? null);
}
