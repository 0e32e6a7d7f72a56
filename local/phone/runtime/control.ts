import type { Conditions, Host, PhoneControl, Sight } from './host';
import { readMeter } from './meter';
import type { ProblemBook } from './problems';

/** What boot hands over once the first page is on the glass. */
export interface Started {
  host: Host;
  setConditions(change: Partial<Conditions>): void;
  open(path: string): Promise<void>;
  setForeground(on: boolean): void;
  written: PhoneControl['written'];
  restyle: PhoneControl['restyle'];
}

export interface ControlHandle {
  control: PhoneControl;
  started(phone: Started): void;
  failed(error: unknown): void;
}

declare global {
  interface Window {
    __phone: PhoneControl;
  }
}

/** `window.__phone`. It is there before the project's bundle, so that a script can wait for `ready`. */
export function createControl(problems: ProblemBook): ControlHandle {
  let phone: Started | undefined;
  let resolve: (() => void) | undefined;
  let reject: ((error: unknown) => void) | undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // A phone nobody waits for must not add an unhandled rejection to the problem it has reported.
  promise.catch(() => undefined);
  const now = (): Started => {
    if (!phone) throw new Error('the phone has not started yet: await __phone.ready');
    return phone;
  };
  const control: PhoneControl = {
    ready: promise,
    get host() {
      return now().host;
    },
    setConditions: (change) => now().setConditions(change),
    problems: () => [...problems.list],
    showToCamera(pictures) {
      now().host.camera.pictures = [...pictures];
    },
    visibleCodes: () => visibleCodes(now().host),
    open: (path) => now().open(path),
    setForeground: (on) => now().setForeground(on),
    written: () => phone?.written() ?? Promise.resolve(),
    restyle: (changed) => phone?.restyle(changed) ?? false,
    dataUse: readMeter,
  };
  return {
    control,
    started(next) {
      phone = next;
      resolve?.();
    },
    failed: (error) => reject?.(error),
  };
}

/** Smallest side in px of something that may be a code. */
const SMALLEST = 60;

function visibleCodes(host: Host): Sight[] {
  const glass = host.frame.getBoundingClientRect();
  const pictures = host.frame.querySelectorAll<HTMLCanvasElement | HTMLImageElement>('canvas, img');
  return [...pictures].flatMap((image) => {
    const box = image.getBoundingClientRect();
    const outside =
      box.right <= glass.left ||
      box.left >= glass.right ||
      box.bottom <= glass.top ||
      box.top >= glass.bottom;
    if (outside || box.width < SMALLEST || box.height < SMALLEST || !image.checkVisibility()) return [];
    const [width, height] =
      image instanceof HTMLImageElement
        ? [image.naturalWidth, image.naturalHeight]
        : [image.width, image.height];
    if (width === 0 || height === 0) return [];
    return [{ title: host.router.current()?.path ?? '', image, width, height }];
  });
}
