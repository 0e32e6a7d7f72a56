import { elementOf } from '../../runtime/easel.js';
import type { Host } from '../../runtime/host.js';
import { keepFocusInside } from '../../wx/focus.js';
import { tapOn } from './tap.js';

/** What closes a dialog, by the names that mini programs give it. */
const CLOSERS = /^(关闭|关上|关掉|取消|返回|close|cancel)$/i;

/**
 * Keys that concern a whole page, for who has no finger on the glass:
 * - Tab stays inside what says that it is modal (`aria-modal`), as a screen reader on a phone does;
 * - Escape is the phone's back key, as in Android's emulator: it closes what is modal, or else goes a page back;
 * - a page that is come back to has the focus where it was left.
 */
export function listenToKeys(host: Host): void {
  host.frame.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || (event.target instanceof Node && host.overlay.contains(event.target)))
      return;
    const modal = modalOf(host);
    if (event.key === 'Tab' && modal) keepFocusInside(event, modal);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (modal) closerOf(modal)?.();
    else if (host.router.stack().length > 1) void host.router.navigateBack(1);
  });
  comeBackToFocus(host);
}

/** The uppermost one that can be seen. */
function modalOf(host: Host): HTMLElement | undefined {
  const view = host.router.current()?.view;
  const modals = [...(view?.querySelectorAll<HTMLElement>('[aria-modal="true"]') ?? [])];
  return modals.findLast((one) => one.checkVisibility({ visibilityProperty: true }));
}

function closerOf(modal: HTMLElement): (() => void) | undefined {
  const named = [...modal.querySelectorAll<HTMLElement>('[role="button"]')].find((one) =>
    CLOSERS.test((one.getAttribute('aria-label') ?? one.innerText).trim()),
  );
  const element = named && elementOf(named);
  return element && (() => tapOn(element));
}

function comeBackToFocus(host: Host): void {
  const left = new WeakMap<Element, HTMLElement>();
  host.frame.addEventListener('focusin', ({ target }) => {
    const view = target instanceof HTMLElement ? target.closest('.phone-view') : null;
    // A field would bring its keyboard up again.
    if (view && target instanceof HTMLElement && !target.matches('input, textarea')) left.set(view, target);
  });
  new MutationObserver((changes) => {
    const view = host.router.current()?.view;
    if (!view || view.hidden || !changes.some(({ target }) => target === view)) return;
    // The focus of another document is not taken from it, nor that of a dialog.
    const at = document.activeElement;
    const lost = at === document.body || (at?.closest('.phone-view') ?? view) !== view;
    if (document.hasFocus() && lost) left.get(view)?.focus({ preventScroll: true });
  }).observe(host.frame, { subtree: true, attributes: true, attributeFilter: ['hidden'] });
}
