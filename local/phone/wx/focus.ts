const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea, a[href], [tabindex="0"]:not([aria-disabled="true"])';

/** For a press of Tab: from the last thing that can have the focus to the first, and back; from outside to the first. */
export function keepFocusInside(event: KeyboardEvent, body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((item) => item.checkVisibility());
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) {
    event.preventDefault();
    return;
  }
  const at = document.activeElement;
  const outside = !body.contains(at);
  if (outside || (event.shiftKey ? at === first || at === body : at === last)) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
