import { refuse } from './refusal';
import type { Settings } from './settings';

/**
 * Calls of one person in the last minute, counted by each warm instance for itself: it stops a
 * stuck or hostile phone, not a determined flood (the platform's own quota does that).
 */
const WINDOW_MS = 60_000;
const REMEMBERED = 5_000;

const seen = new Map<string, number[]>();

/** @throws TOO_MANY */
export function limit(
  { now, settings }: { now: number; settings: Settings },
  openid: string,
  kind: keyof Settings['callsPerMinute'],
): void {
  const key = `${kind}:${openid}`;
  const recent = (seen.get(key) ?? []).filter((time) => time > now - WINDOW_MS && time <= now);
  const [oldest] = recent;
  if (recent.length >= settings.callsPerMinute[kind] && oldest !== undefined)
    refuse('TOO_MANY', { at: oldest + WINDOW_MS });
  recent.push(now);
  seen.delete(key);
  seen.set(key, recent);
  if (seen.size > REMEMBERED) {
    const [first] = seen.keys();
    if (first !== undefined) seen.delete(first);
  }
}
