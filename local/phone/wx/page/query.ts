/** Queries of nodes belong to the runtime, which knows the tree; here they get their names. */
import {
  createIntersectionObserver,
  createMediaQueryObserver,
  createSelectorQuery,
} from '../../runtime/query';
import { type Api, isFunction } from '../api';
import type { Kit } from '../kit';

export function queryApis({ host }: Kit): Api {
  return {
    createSelectorQuery: () => createSelectorQuery(host),
    createIntersectionObserver: (component: unknown, options?: object) =>
      createIntersectionObserver(host, component, options),
    createMediaQueryObserver: (component?: unknown) => createMediaQueryObserver(host, component),
    createVideoContext: (id: string, component?: unknown) => contextOf(host, id, component),
    requestIdleCallback: (callback: unknown, options?: IdleRequestOptions) =>
      isFunction(callback) ? requestIdleCallback((deadline) => callback(deadline), options) : 0,
    cancelIdleCallback: (handle: number) => cancelIdleCallback(handle),
  };
}

/** The context that a built-in component offers; the same that `SelectorQuery.context()` answers. */
function contextOf(host: Host, id: string, component: unknown): unknown {
  const [node] = selectNodes(host, component, `#${id}`, false);
  if (node && 'getContext' in node && isFunction(node.getContext)) return node.getContext();
  throw new Error(`createVideoContext:fail there is no <video id="${id}">`);
}
