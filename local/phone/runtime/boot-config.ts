import type { BootConfig } from './host';

/** Reads `?cloud=…&session=…&device=…&storage={…}&clockOffset=…&automated=1&start=/pages/…&zone=…` of the phone's address. */
export function readBootConfig(search: string): BootConfig {
  const asked = new URLSearchParams(search);
  return {
    cloud: asked.get('cloud') ?? '',
    session: asked.get('session') ?? '',
    device: asked.get('device') ?? 'phone',
    // The page that opens the phone writes it as an object.
    storage: JSON.parse(asked.get('storage') ?? '{}') as Readonly<Record<string, unknown>>,
    clockOffset: Number(asked.get('clockOffset') ?? 0),
    automated: asked.get('automated') === '1',
    start: asked.get('start') ?? '',
    zone: asked.get('zone') ?? '',
  };
}
