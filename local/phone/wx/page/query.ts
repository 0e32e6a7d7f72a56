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
  return offered(host, id, component) ?? later(host, id, component);
}

function offered(host: Host, id: string, component: unknown): object | undefined {
  const [node] = selectNodes(host, component, `#${id}`, false);
  // Built-ins add their own; the framework's `getContext(callback)`, which every node inherits, is something else.
  const context: unknown =
    node && Object.hasOwn(node, 'getContext') ? Reflect.get(node, 'getContext') : undefined;
  // A built-in's context is an object of functions.
  return isFunction(context) ? (context() as object) : undefined;
}

/** A context may be had before its video is there; the video is looked for when it has to do something. */
function later(host: Host, id: string, component: unknown): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then') return undefined;
        return (...given: unknown[]): unknown => {
          const context = offered(host, id, component);
          const method: unknown = context && Reflect.get(context, name);
          if (isFunction(method)) return method(...given);
          host.report({ kind: 'wx', message: `VideoContext.${name}: there is no <video id="${id}">` });
          return undefined;
        };
      },
    },
  );
}
