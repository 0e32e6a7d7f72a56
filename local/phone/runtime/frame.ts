import { FRAME, HOME_INDICATOR, STATUS_BAR } from './metrics';

/** The glass of the phone and its layers, from back to front. */
export interface Frame {
  readonly glass: HTMLElement;
  /** Pages, each a `.phone-view`. */
  readonly pages: HTMLElement;
  readonly statusBar: HTMLElement;
  readonly capsule: HTMLElement;
  readonly overlay: HTMLElement;
  readonly size: { width: number; height: number };
  onResize(listener: (size: { width: number; height: number }) => void): void;
}

/** A window not wider than this is a phone itself: the frame fills it. */
const NARROW = 500;

export function createFrame(): Frame {
  const glass = division('phone-glass');
  const [pages, statusBar, capsule, overlay, home] = [
    'phone-pages',
    'phone-status-bar',
    'phone-capsule',
    'phone-overlay',
    'phone-home-indicator',
  ].map((name) => glass.appendChild(division(name)));
  if (!pages || !statusBar || !capsule || !overlay || !home) throw new Error('the frame has five layers');
  statusBar.setAttribute('aria-hidden', 'true');
  document.body.append(glass);
  const listeners: ((size: { width: number; height: number }) => void)[] = [];
  const size = { width: 0, height: 0 };
  const fitToWindow = (): void => {
    const { innerWidth, innerHeight } = window;
    const narrow = innerWidth <= NARROW;
    const width = narrow ? innerWidth : FRAME.width;
    const height = narrow ? innerHeight : Math.min(FRAME.height, innerHeight);
    if (width === size.width && height === size.height) return;
    Object.assign(size, { width, height });
    applySize(glass, width, height);
    for (const listener of listeners) listener({ width, height });
  };
  document.documentElement.classList.toggle(
    'phone-alone',
    window.parent === window && window.innerWidth > NARROW,
  );
  fitToWindow();
  window.addEventListener('resize', fitToWindow);
  return {
    glass,
    pages,
    statusBar,
    capsule,
    overlay,
    size,
    onResize: (listener) => void listeners.push(listener),
  };
}

export function division(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function applySize(glass: HTMLElement, width: number, height: number): void {
  glass.style.width = `${width}px`;
  glass.style.height = `${height}px`;
  const root = document.documentElement.style;
  root.setProperty('--rpx', `${width / 750}px`);
  root.setProperty('--phone-width', `${width}px`);
  root.setProperty('--phone-height', `${height}px`);
  root.setProperty('--phone-status-bar', `${STATUS_BAR}px`);
  root.setProperty('--phone-home', `${HOME_INDICATOR}px`);
  // For what is above the pages; each page has its own.
  setUnits(glass, width, height);
  glass.style.setProperty('--phone-safe-top', `${STATUS_BAR}px`);
  glass.style.setProperty('--phone-safe-bottom', `${HOME_INDICATOR}px`);
  glass.style.setProperty('--phone-safe-left', '0px');
  glass.style.setProperty('--phone-safe-right', '0px');
}

/** What `vw`, `vh`, `vmin` and `vmax` mean inside an element, for a window of this size in px. */
export function setUnits(element: HTMLElement, width: number, height: number): void {
  const units = { vw: width, vh: height, vmin: Math.min(width, height), vmax: Math.max(width, height) };
  for (const [name, size] of Object.entries(units)) {
    element.style.setProperty(`--phone-${name}`, `${size / 100}px`);
  }
}
