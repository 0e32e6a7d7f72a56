import { createEmitter } from './emitter';
import type { Emitter } from './host';

/** The two ends of WeChat's `EventChannel`: what one end emits, the other's listeners hear. */
export function createChannel(onThrow: (error: unknown, name: string) => void): {
  opener: Emitter;
  opened: Emitter;
} {
  const forOpener = createEmitter(onThrow);
  const forOpened = createEmitter(onThrow);
  return {
    opener: { ...forOpener, emit: forOpened.emit },
    opened: { ...forOpened, emit: forOpener.emit },
  };
}
