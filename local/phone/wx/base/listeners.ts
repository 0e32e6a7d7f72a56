/** Families of `wx.onX` / `wx.offX`. */
import type { Api } from '../api';
import { isFunction } from '../api';

export type Listener = (...args: unknown[]) => unknown;

/** One event that a mini program listens to. `offX()` without a listener removes all, as WeChat does. */
export class Listeners {
  private readonly all = new Set<Listener>();

  readonly on = (listener: unknown): void => {
    if (isFunction(listener)) this.all.add(listener);
  };

  /** For managers that keep the last listener only, as WeChat's recorder does. */
  readonly only = (listener: unknown): void => {
    this.all.clear();
    this.on(listener);
  };

  readonly off = (listener?: unknown): void => {
    if (isFunction(listener)) this.all.delete(listener);
    else this.all.clear();
  };

  get size(): number {
    return this.all.size;
  }

  /** A listener that throws does not keep the others from hearing; its error stays uncaught for all to see. */
  emit(...args: unknown[]): void {
    for (const listener of [...this.all]) {
      try {
        listener(...args);
      } catch (error) {
        reportError(error);
      }
    }
  }

  /** `{ onX, offX }`. */
  named(name: string): Api {
    return { [`on${name}`]: this.on, [`off${name}`]: this.off };
  }
}
