/** What a person sees of the page on top. Runs in the browser, bundled by `../on-glass.ts`. */

/** One text node, as it lies on the glass. */
export interface Text {
  words: string;
  element: Element;
  style: CSSStyleDeclaration;
  /** px */
  size: number;
  /** Where it lies, and the height of its letters line by line: rectangles of a font reach beyond its letters. */
  box: DOMRect;
  lines: readonly Box[];
  layer: Element;
}

export interface Control {
  element: Element;
  /** As a screen reader says it. */
  name: string;
  box: Box;
  layer: Element;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Seen {
  view: Element;
  /** What scrolls. */
  scroller: Element;
  width: number;
  texts: readonly Text[];
  controls: readonly Control[];
}

/** `aria-role` of WXML is `role` here. A picker is what stands in it. */
const ROLES = ['button', 'link', 'checkbox', 'radio', 'switch', 'slider', 'tab'];
const CONTROL = ['button', 'input', 'textarea', ...ROLES.map((role) => `[role=${role}]:not(wx-picker)`)].join(
  ', ',
);
/** The bar at the top is as high as the phone makes it, WeChat's own or 首页's. */
const NOT_THE_PAGE = '.phone-nav, .phone-status-bar, .phone-capsule, wx-nav-bar, style, script';

export function seen(): Seen {
  const view = document.querySelector('.phone-view:not([hidden])') ?? document.body;
  const scroller = view.querySelector('.phone-scroller') ?? view;
  return {
    view,
    scroller,
    width: document.documentElement.clientWidth,
    texts: textsIn(view),
    controls: controlsIn(view),
  };
}

function textsIn(view: Element): Text[] {
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent ?? '';
    if (element === null || words.trim() === '' || !shown(element)) continue;
    if (element.closest(`[aria-hidden=true], .t-icon, ${NOT_THE_PAGE}`) !== null) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const middle = (top + bottom) / 2;
      return { left, right, top: middle - size * 0.45, bottom: middle + size * 0.45 };
    });
    found.push({ words, element, style, size, box, lines, layer: layerOf(element, view) });
  }
  return found;
}

function controlsIn(view: Element): Control[] {
  return [...view.querySelectorAll(CONTROL)].flatMap((element) => {
    if (!shown(element) || element.closest(`[aria-hidden=true], ${NOT_THE_PAGE}`) !== null) return [];
    // A button inside a labelled one is the same thing to press.
    if (element.parentElement?.closest(CONTROL) != null) return [];
    const label = element.getAttribute('aria-label') ?? '';
    // What its words can switch is as large as its label.
    const hit = element.closest('label, wx-label') ?? element;
    const { left, top, right, bottom } = hit.getBoundingClientRect();
    return [
      {
        element: hit,
        name: label.trim() || (element as HTMLElement).innerText.trim(),
        box: { left, top, right, bottom },
        layer: layerOf(element, view),
      },
    ];
  });
}

/** What lies above the page by intention: a bar, a sheet. */
function layerOf(element: Element, view: Element): Element {
  return upwards(element).find((one) => /fixed|sticky/.test(getComputedStyle(one).position)) ?? view;
}

export function shown(element: Element): boolean {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return style.visibility !== 'hidden' && Number(style.opacity) > 0.05 && box.width > 0 && box.height > 0;
}

/** The element itself first. */
export function upwards(element: Element): Element[] {
  const all: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) all.push(one);
  return all;
}

export function scrollsSideways(element: Element, view: Element): boolean {
  return (
    element.closest('swiper, scroll-view, [aria-hidden=true]') !== null ||
    upwards(element).some((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && !one.contains(view))
  );
}

export function short(words: string): string {
  return `“${words.trim().replace(/\s+/g, ' ').slice(0, 24)}”`;
}

/** By how many px two boxes lie over each other, in the direction in which it is less. */
export function overlap(one: Box, two: Box): number {
  return Math.min(
    Math.min(one.right, two.right) - Math.max(one.left, two.left),
    Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top),
  );
}
