import type { Host } from '../../runtime/host';

/** How long after a tap something may still be its answer: long enough for one call of the cloud on a slow network. */
const ANSWER_MS = 5000;

/** Some functions may only answer a person's tap. Events that a script makes up are none. */
export class Taps {
  private last = Number.NEGATIVE_INFINITY;

  constructor(host: Host) {
    // The runtime's tap comes before the browser's click.
    for (const type of ['pointerup', 'touchend', 'click', 'keydown']) {
      host.frame.addEventListener(
        type,
        (event) => {
          if (event.isTrusted) this.last = performance.now();
        },
        { capture: true, passive: true },
      );
    }
  }

  get recent(): boolean {
    return performance.now() - this.last < ANSWER_MS;
  }
}
