import { order } from './order';
import { reading, type TextLimits } from './reading';
import { room } from './room';
import { seen } from './seen';
import { type TouchLimits, touching } from './touching';

export type AuditLimits = TextLimits & TouchLimits;

/** Everything that is wrong with the page on top, in words. */
export function audit(limits: AuditLimits): string[] {
  settle();
  const page = seen();
  return [...new Set([...reading(page, limits), ...touching(page, limits), ...room(page), ...order(page)])];
}

/** What is on its way to another size or colour is looked at where it will be. */
function settle(): void {
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
}
