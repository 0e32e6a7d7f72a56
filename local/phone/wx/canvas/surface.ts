import { builtinName, domOf, type GeneralComponent, isComponent, type Node } from '../../runtime/easel';
import { scopeOf } from '../../runtime/facts';
import type { Host } from '../../runtime/host';
import type { FileStore } from '../files/store';
import { loadPicture } from '../media/pictures';
import type { Action, Pictures } from './recorder';

/** Where a canvas-id is looked for: inside a component that was named, or on the page, in no component. */
export type Scope = GeneralComponent | undefined;

export function scopeFor(host: Host, component: unknown): Scope {
  return scopeOf(host, component);
}

/** The canvas without `type` that has this `canvas-id`. */
export function surfaceOf(scope: Scope, canvasId: string): HTMLCanvasElement | undefined {
  const root = scope?.getShadowRoot();
  return root ? find(root.childNodes, canvasId) : undefined;
}

function find(nodes: readonly Node[], canvasId: string): HTMLCanvasElement | undefined {
  for (const node of nodes) {
    const element = node.asElement();
    if (!element) continue;
    if (isComponent(element) && builtinName(element) === 'canvas') {
      const { canvasId: id, type } = element.data as { canvasId?: string; type?: string }; // its properties
      if (id === canvasId && !type) return domOf(element)?.querySelector('canvas') ?? undefined;
    }
    const inside = find(element.childNodes, canvasId);
    if (inside) return inside;
  }
  return undefined;
}

/** Drawings of one canvas, one after another: pictures take time to come. */
const queues = new WeakMap<HTMLCanvasElement, Promise<void>>();

/** Draws what was recorded. `reserve` keeps what is there. */
export function paint(
  host: Host,
  files: FileStore,
  surface: HTMLCanvasElement,
  actions: readonly Action[],
  reserve: boolean,
): Promise<void> {
  const before = queues.get(surface) ?? Promise.resolve();
  const done = before.then(async () => {
    const pictures = await picturesOf(host, files, actions);
    const context = begin(surface, reserve);
    for (const action of actions) action.paint(context, pictures);
  });
  queues.set(surface, done);
  return done;
}

async function picturesOf(host: Host, files: FileStore, actions: readonly Action[]): Promise<Pictures> {
  const pictures = new Map<string, HTMLImageElement>();
  for (const source of new Set(actions.flatMap(({ picture }) => picture ?? []))) {
    try {
      pictures.set(source, (await loadPicture(host, files, source)).image);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      host.report({ kind: 'resource', message: `CanvasContext: picture "${source}": ${reason}` });
    }
  }
  return pictures;
}

/** A clean state in the mini program's pixels, on a surface as fine as the screen. */
function begin(surface: HTMLCanvasElement, reserve: boolean): CanvasRenderingContext2D {
  const context = contextOf(surface);
  const kept = reserve && surface.width > 0 && surface.height > 0 ? copyOf(surface) : undefined;
  const width = Math.round(surface.clientWidth * devicePixelRatio);
  const height = Math.round(surface.clientHeight * devicePixelRatio);
  // A canvas that is not shown keeps its size.
  if (width > 0 && surface.width !== width) surface.width = width;
  if (height > 0 && surface.height !== height) surface.height = height;
  context.reset();
  if (kept) context.drawImage(kept, 0, 0);
  context.scale(devicePixelRatio, devicePixelRatio);
  return context;
}

function copyOf(surface: HTMLCanvasElement): OffscreenCanvas {
  const copy = new OffscreenCanvas(surface.width, surface.height);
  copy.getContext('2d')?.drawImage(surface, 0, 0);
  return copy;
}

export function contextOf(surface: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = surface.getContext('2d');
  if (!context) throw new Error('this canvas is drawn on in another way already');
  return context;
}
