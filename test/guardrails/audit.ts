/**
 * Looks at the page on the glass as the accessibility rules do (rules.md 4.9). Runs in the browser: it must not
 * use anything from outside its own body.
 */
export interface AuditLimits {
  /** Smallest text, px. */
  text: number;
  /** Smallest side of what can be pressed, px. */
  touch: number;
  /** Smallest height of the primary button, px. */
  primary: number;
}

export function audit(limits: AuditLimits): string[] {
  const found = new Set<string>();
  const view = document.querySelector('.phone-view:not([hidden])') ?? document.body;
  const width = document.documentElement.clientWidth;
  const shown = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.visibility !== 'hidden' && Number(style.opacity) > 0.05 && box.width > 0 && box.height > 0;
  };
  const short = (text: string): string => `“${text.trim().replace(/\s+/g, ' ').slice(0, 24)}”`;
  const ancestors = (element: Element): Element[] => {
    const all: Element[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) all.push(one);
    return all;
  };
  const scrollsSideways = (element: Element): boolean =>
    ancestors(element).some((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one !== view) ||
    element.closest('swiper, scroll-view, [aria-hidden=true]') !== null;

  const channel = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number =>
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const colour = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number);
  /** `null` where a picture or a gradient lies behind: that is looked at by eye. */
  const ground = (element: Element): number[] | null => {
    for (const one of ancestors(element)) {
      const style = getComputedStyle(one);
      if (style.backgroundImage !== 'none') return null;
      const parts = colour(style.backgroundColor);
      if ((parts[3] ?? 1) > 0.95) return parts;
      if ((parts[3] ?? 1) > 0.05) return null;
    }
    return [255, 255, 255];
  };

  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent ?? '';
    if (element === null || words.trim() === '' || !shown(element)) continue;
    if (element.closest('[aria-hidden=true], .phone-nav, .t-icon, style, script') !== null) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < limits.text) found.add(`text of ${size} px ${short(words)}`);
    const behind = ground(element);
    if (behind !== null && element.closest('[disabled], [aria-disabled=true]') === null) {
      const [a, b] = [luminance(colour(style.color)), luminance(behind)];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (contrast < (large ? 3 : 4.5)) found.add(`contrast ${contrast.toFixed(1)} ${short(words)}`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if ((box.right > width + 1 || box.left < -1) && !scrollsSideways(element))
      found.add(`text beyond the edge ${short(words)}`);
    const clip = ancestors(element).find((one) => getComputedStyle(one).overflow !== 'visible');
    // What scrolls may hold more than it shows.
    if (
      clip !== undefined &&
      getComputedStyle(clip).overflow === 'hidden' &&
      style.textOverflow !== 'ellipsis'
    ) {
      const frame = clip.getBoundingClientRect();
      if (box.right > frame.right + 2 || box.bottom > frame.bottom + 3)
        if (getComputedStyle(clip).webkitLineClamp === 'none' && !scrollsSideways(element))
          found.add(`text cut off ${short(words)}`);
    }
  }

  const pressable =
    'button, [aria-role=button], [aria-role=link], [aria-role=checkbox], [aria-role=radio], [aria-role=switch], [aria-role=tab]';
  for (const element of view.querySelectorAll(pressable)) {
    if (!shown(element) || element.closest('.phone-nav, [aria-hidden=true]') !== null) continue;
    // A button inside a labelled one is the same thing to press.
    if (element.parentElement?.closest(pressable) != null) continue;
    const box = element.getBoundingClientRect();
    const label = element.getAttribute('aria-label') ?? '';
    const words = (element as HTMLElement).innerText.trim();
    const name = short(label || words || element.className);
    if (label === '' && words === '') found.add(`nothing to read aloud ${name}`);
    if (box.width < limits.touch - 0.5 || box.height < limits.touch - 0.5)
      found.add(`to press ${Math.round(box.width)} × ${Math.round(box.height)} ${name}`);
    if (/t-button--primary/.test(element.className) && box.height < limits.primary - 0.5)
      found.add(`primary ${Math.round(box.height)} high ${name}`);
  }
  return [...found];
}
