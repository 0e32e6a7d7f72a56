/** What the stage remembers of itself between visits. */
export interface PhoneLayout {
  openid: string;
  fontSize: number;
  network: 'wifi' | 'slow' | 'none';
}

export interface Layout {
  phones: PhoneLayout[];
  tab: string;
}

const KEY = 'stage-layout';

export function readLayout(opening: readonly string[]): Layout {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (isLayout(stored)) return stored;
  } catch {
    // A layout that cannot be read is one that was never written: start with the opening one.
    localStorage.removeItem(KEY);
  }
  return { phones: opening.map((openid) => ({ openid, fontSize: 16, network: 'wifi' })), tab: 'posters' };
}

export function keepLayout(layout: Layout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null || !('phones' in value) || !('tab' in value)) return false;
  return (
    Array.isArray(value.phones) &&
    value.phones.length > 0 &&
    value.phones.length <= 3 &&
    typeof value.tab === 'string'
  );
}
