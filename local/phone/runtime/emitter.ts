import type { Emitter } from './host';

type Listener = (...args: unknown[]) => void;

/** Listeners run in the order they came; one that throws is told to `onThrow` and does not stop the others. */
export function createEmitter(onThrow: (error: unknown, name: string) => void): Emitter {
  const listeners = new Map<string, Listener[]>();
  const of = (name: string): Listener[] => listeners.get(name) ?? [];
  const off = (name: string, listener?: Listener): void => {
    listeners.set(name, listener === undefined ? [] : of(name).filter((one) => one !== listener));
  };
  return {
    on: (name, listener) => void listeners.set(name, [...of(name), listener]),
    once(name, listener) {
      const once: Listener = (...args) => {
        off(name, once);
        listener(...args);
      };
      listeners.set(name, [...of(name), once]);
    },
    off,
    emit(name, ...args) {
      for (const listener of of(name)) {
        try {
          listener(...args);
        } catch (error) {
          onThrow(error, name);
        }
      }
    },
  };
}
