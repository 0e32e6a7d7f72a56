import { builtinName, type Element, type GeneralComponent, glassEasel, isComponent } from './easel';
import { onLifetime } from './lifetimes';

/**
 * The framework leaves `ready` to its host. It runs once for each component, children before parents, after
 * the tree they were attached with is complete. Call once.
 */
export function fireReady(): void {
  let waiting = new Set<GeneralComponent>();
  const done = new WeakSet<GeneralComponent>();

  const flush = (): void => {
    const now = waiting;
    waiting = new Set();
    for (const component of now) visit(component, now);
  };
  const visit = (element: Element, now: Set<GeneralComponent>): void => {
    for (const child of childrenOf(element)) visit(child, now);
    if (!isComponent(element) || !now.delete(element) || done.has(element)) return;
    if (!glassEasel.Element.isAttached(element)) return;
    done.add(element);
    element.triggerLifetime('ready', []);
  };

  onLifetime('attached', (component) => {
    // Built-in components have no `ready`, and there are many of them.
    if (builtinName(component) !== undefined) return;
    if (waiting.size === 0) queueMicrotask(flush);
    waiting.add(component);
  });
}

function childrenOf(element: Element): Element[] {
  const inner = isComponent(element) ? element.getShadowRoot() : null;
  const own = element.childNodes.filter((node) => glassEasel.Element.isElement(node));
  return inner ? [inner, ...own] : own;
}
