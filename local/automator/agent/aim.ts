import { domOf, type Element } from '../../phone/runtime/easel';
import { boxOf } from '../../phone/runtime/query';
import { attributeOf, domsOf, hostOf, tagOf } from './nodes';

/** How long a button may be on its way, or under something that is going away. */
const PATIENCE_MS = 2000;
/** How long a person waits for what is still being fetched before they touch what is there already. */
const FETCHED_MS = 1000;

/**
 * Where a finger meets a node, in px of the window: the middle of it, scrolled into view, standing still, below
 * nothing that is still being fetched, and not covered. Throws with the name of what covers it, because a person
 * could not touch it either.
 */
export async function aim(element: Element): Promise<{ x: number; y: number }> {
  const began = performance.now();
  let before: DOMRect | undefined;
  for (;;) {
    const box = boxOf(element);
    const x = box ? box.left + box.width / 2 : 0;
    const y = box ? box.top + box.height / 2 : 0;
    const size = box ? box.width * box.height : 0;
    const hit = size > 0 ? document.elementFromPoint(x, y) : null;
    const met = hit !== null && isPart(element, hit);
    const passed = performance.now() - began;
    const still = before && box ? samePlace(before, box) && !isUnderway(element) : false;
    if (met && still && (passed > FETCHED_MS || !isFetchedAbove(element))) return { x, y };
    if (passed > PATIENCE_MS) throw new Error(whyNot(element, size, hit));
    before = box;
    if (!met) for (const dom of domsOf(element).slice(0, 1)) bringIntoView(dom);
    await nextFrame();
  }
}

function isPart(element: Element, hit: globalThis.Element): boolean {
  return domsOf(element).some((dom) => {
    if (dom.contains(hit)) return true;
    // The frame of a button is drawn by `::after` over its words, and a label answers for what is in it.
    return hit.contains(dom) && /^wx-(button|label)$/.test(hit.localName);
  });
}

function samePlace(a: DOMRect, b: DOMRect): boolean {
  return Math.abs(a.left - b.left) < 0.5 && Math.abs(a.top - b.top) < 0.5;
}

/**
 * It, or what it stands in, is being moved: on a busy machine two frames show the same place while a sheet slides in,
 * and the finger would meet what has come there since. What turns for ever never comes to rest.
 */
function isUnderway(element: Element): boolean {
  return document.getAnimations().some(({ playState, effect }) => {
    if (playState !== 'running' || !(effect instanceof KeyframeEffect)) return false;
    if (effect.getComputedTiming().endTime === Number.POSITIVE_INFINITY) return false;
    return domsOf(element).some((dom) => effect.target?.contains(dom));
  });
}

/** Something above it says that it is busy (`aria-busy`): what comes in its place will move whatever is below. */
function isFetchedAbove(element: Element): boolean {
  const busy = hostOf().router.current()?.web.querySelectorAll('[aria-busy="true"]') ?? [];
  return [...busy].some((one) =>
    domsOf(element).some((dom) => one.compareDocumentPosition(dom) === Node.DOCUMENT_POSITION_FOLLOWING),
  );
}

/** Only what a finger can scroll is scrolled; `scrollIntoView` would also move what is hidden. */
function bringIntoView(dom: HTMLElement): void {
  for (let at = dom.parentElement; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const [box, frame] = [dom.getBoundingClientRect(), at.getBoundingClientRect()];
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) {
      at.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
    }
    if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) {
      at.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
    }
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

function whyNot(element: Element, size: number, hit: globalThis.Element | null): string {
  if (size === 0) return `${nameOf(element)} cannot be touched: it has no size`;
  if (!hit) return `${nameOf(element)} cannot be touched: it is outside the glass`;
  if (isPart(element, hit)) return `${nameOf(element)} cannot be touched: it does not stand still`;
  const words = hit.textContent?.trim().slice(0, 20) ?? '';
  return `${nameOf(element)} cannot be touched: <${hit.localName} class="${hit.className}">${words}… is over it`;
}

function nameOf(element: Element): string {
  const test = attributeOf(element, 'data-test');
  const label = test === null ? `class="${element.class}"` : `data-test="${test}"`;
  return `<${tagOf(element)} ${label}>${domOf(element)?.innerText.slice(0, 20) ?? ''}`;
}
