import type { QueuedItem } from '../../../api/queue-item';

/** By seat: what the host tapped last and the server does not have yet. */
export type Waits = ReadonlyMap<string, boolean>;

export function waitsOf(items: readonly QueuedItem[], sessionId: string): Waits {
  const waits = new Map<string, boolean>();
  for (const { name, state, input } of items) {
    if (name !== 'session.mark' || state !== 'waiting') continue;
    if (!('id' in input) || input.id !== sessionId) continue;
    if ('seat' in input && typeof input.seat === 'string' && 'arrived' in input)
      waits.set(input.seat, input.arrived === true);
  }
  return waits;
}
