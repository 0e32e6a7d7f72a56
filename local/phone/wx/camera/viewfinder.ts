/** The picture in a full-screen camera, and the choice of what it points at. */
import type { Host, Sight } from '../../runtime/host';
import { button, element } from '../dom';
import { lookAround } from './sights';

/** How often the camera looks again: codes on other phones change. */
const REFRESH_MS = 1000;

interface Viewfinder {
  readonly root: HTMLElement;
  stop(): void;
}

interface ViewfinderOptions {
  /** What the lens shows until it is aimed. */
  start?: Sight;
  /** The camera points at a sight; `straight` when nobody had to aim. */
  onAim(sight: Sight, straight: boolean): void;
  /** Shown while something is held straight in front of the camera. */
  straight: string;
  /** Shown when there is nothing in front of the camera. */
  nothing: string;
}

export function openViewfinder(host: Host, options: ViewfinderOptions): Viewfinder {
  const lens = element('canvas', 'phone-viewfinder__lens', { 'aria-hidden': 'true' });
  const words = element('div', 'phone-viewfinder__words', { role: 'status' });
  const strip = element('div', 'phone-viewfinder__strip', { role: 'group', 'aria-label': '镜头前的画面' });
  const root = element('div', 'phone-viewfinder', {}, [lens, words, strip]);
  if (options.start) drawSight(lens, options.start, 'cover');
  let stopped = false;
  let sights: readonly Sight[] = [];
  /** Title of the sight that the person aimed at: the camera stays on it, what it shows may change. */
  let aimedAt: string | undefined;

  function aim(sight: Sight, straight: boolean): void {
    if (stopped) return;
    drawSight(lens, sight, 'cover');
    options.onAim(sight, straight);
  }

  function aimByHand(index: number): void {
    const sight = sights[index];
    if (!sight) return;
    aimedAt = sight.title;
    aim(sight, false);
  }

  async function look(): Promise<void> {
    const view = await lookAround(host);
    if (stopped) return;
    const same = view.sights.map(nameOf).join() === sights.map(nameOf).join();
    sights = view.sights;
    if (view.inFront) {
      words.textContent = options.straight;
      for (const sight of sights) aim(sight, true);
      return;
    }
    words.textContent = sights.length > 0 ? '点一下画面，把镜头对准它' : options.nothing;
    if (same) redraw(strip, sights);
    else strip.replaceChildren(...sights.map((sight, index) => thumbnail(sight, () => aimByHand(index))));
    const aimed = sights.find(({ title }) => title === aimedAt);
    if (aimed) aim(aimed, true);
  }

  async function watch(): Promise<void> {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
    }
  }

  watch().catch((error: unknown) => {
    words.textContent = '相机打不开';
    host.report({ kind: 'wx', message: `camera: ${error instanceof Error ? error.message : String(error)}` });
  });
  return {
    root,
    stop: () => {
      stopped = true;
    },
  };
}

function nameOf(sight: Sight): string {
  return `${sight.title} ${sight.width}x${sight.height}`;
}

function thumbnail(sight: Sight, onTap: () => void): HTMLElement {
  const picture = element('canvas', 'phone-viewfinder__thumb', { 'aria-hidden': 'true' });
  drawSight(picture, sight, 'contain');
  const tile = button('phone-viewfinder__sight', '', onTap);
  tile.append(picture, element('span', 'phone-viewfinder__name', {}, [sight.title]));
  return tile;
}

/** The same sights a second later: what is on them may have changed. */
function redraw(strip: HTMLElement, sights: readonly Sight[]): void {
  const canvases = strip.querySelectorAll('canvas');
  for (const [index, sight] of sights.entries()) {
    const canvas = canvases[index];
    if (canvas) drawSight(canvas, sight, 'contain');
  }
}

/** Draws a sight into a canvas of 360 × 360 px, as much of it as fits or filling it. */
function drawSight(canvas: HTMLCanvasElement, sight: Sight, fit: 'contain' | 'cover'): void {
  canvas.width = 360;
  canvas.height = 360;
  const context = canvas.getContext('2d');
  if (!context || sight.width === 0 || sight.height === 0) return;
  const ratios = [canvas.width / sight.width, canvas.height / sight.height];
  const scale = fit === 'contain' ? Math.min(...ratios) : Math.max(...ratios);
  const width = sight.width * scale;
  const height = sight.height * scale;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(sight.image, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}
