/** Queries of nodes belong to the runtime, which knows the tree; here they get their names. */
import type { Host } from '../../runtime/host';
import {
  createIntersectionObserver,
  createMediaQueryObserver,
  createSelectorQuery,
  selectNodes,
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
  // Built-ins add their own; the framework's `getContext(callback)`, which every node inherits, is something else.
  const offered: unknown =
    node && Object.hasOwn(node, 'getContext') ? Reflect.get(node, 'getContext') : undefined;
  if (isFunction(offered)) return offered();
  throw new Error(`createVideoContext:fail there is no <video id="${id}">`);
}
