import { toJson } from './json';

declare global {
  interface Window {
    /** Put there by the relay; without one nobody listens. */
    __automatorEvent?: (json: string) => void;
  }
}

/** Tells every connected client. */
export function emit(method: string, params: object): void {
  window.__automatorEvent?.(toJson({ method, params }));
}
