import type { BootConfig } from './host';

/** Reads `?cloud=…&session=…&device=…&automated=1&start=/pages/…&zone=…` of the phone's address. */
export function readBootConfig(search: string): BootConfig {
  const asked = new URLSearchParams(search);
  return {
    cloud: asked.get('cloud') ?? '',
    session: asked.get('session') ?? '',
    device: asked.get('device') ?? 'phone',
    automated: asked.get('automated') === '1',
    start: asked.get('start') ?? '',
    zone: asked.get('zone') ?? '',
  };
}
