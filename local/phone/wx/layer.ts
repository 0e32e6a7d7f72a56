/**
 * A layer above the pages: a dialog, a sheet, a full-screen view. It keeps the keyboard's focus inside,
 * gives it back when it closes, and slides or fades unless the phone is driven by a test.
 */
import type { Host } from '../runtime/host';
import { element } from './dom';
import { keepFocusInside } from './focus';

interface LayerOptions {
  /** How it arrives and what dims behind it. */
  kind: 'dialog' | 'sheet' | 'screen';
  /** What a screen reader calls it. */
  label: string;
  className: string;
  /** Escape, and for sheets a tap beside them. Absent: it must be answered. */
  onDismiss?: () => void;
  /** `alertdialog` for a question that interrupts. */
  role?: 'dialog' | 'alertdialog';
}

interface Layer {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  readonly closed: boolean;
  close(): void;
}

const LEAVE_MS = 220;

export function openLayer(host: Host, options: LayerOptions): Layer {
  const body = element('div', `phone-${options.kind} ${options.className}`, {
    role: options.role ?? 'dialog',
    'aria-modal': 'true',
    'aria-label': options.label,
    tabindex: '-1',
  });
  const root = element('div', `phone-layer phone-layer--${options.kind}`, {}, [body]);
  if (host.boot.automated) root.classList.add('phone-layer--still');
  const before = document.activeElement;
  let closed = false;

  const close = (): void => {
    if (closed) return;
    closed = true;
    root.classList.add('phone-layer--leaving');
    arrange(host);
    // The focus goes back at once, so that a key pressed while the layer fades reaches the page.
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    if (host.boot.automated) {
      root.remove();
      return;
    }
    setTimeout(() => root.remove(), LEAVE_MS);
  };

  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && options.onDismiss) {
      event.stopPropagation();
      options.onDismiss();
    }
    if (event.key === 'Tab') keepFocusInside(event, body);
  });
  root.addEventListener('click', (event) => {
    if (event.target === root && options.kind === 'sheet') options.onDismiss?.();
  });
  ignoreOpeningTouch(root);
  host.overlay.append(root);
  arrange(host);
  body.focus({ preventScroll: true });
  return {
    root,
    body,
    get closed() {
      return closed;
    },
    close,
  };
}

/**
 * The browser sends the click of a touch after the finger has left, to what is there by then: that may be the
 * button of a dialog which this very touch has opened. Only a touch that began on the layer presses it.
 */
function ignoreOpeningTouch(root: HTMLElement): void {
  let touched = false;
  root.addEventListener(
    'pointerdown',
    () => {
      touched = true;
    },
    true,
  );
  root.addEventListener(
    'click',
    (event) => {
      // A key and a screen reader press without a pointer: their clicks count none.
      if (touched || event.detail === 0) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );
}

/** Only the layer on top is there for keyboards and screen readers; without one, the pages are. */
function arrange(host: Host): void {
  const layers = [...host.overlay.querySelectorAll<HTMLElement>(':scope > .phone-layer')];
  const top = layers.findLast((layer) => !layer.classList.contains('phone-layer--leaving'));
  for (const layer of layers) layer.inert = layer !== top;
  for (const behind of host.frame.children) {
    if (behind !== host.overlay && behind instanceof HTMLElement) behind.inert = top !== undefined;
  }
}
