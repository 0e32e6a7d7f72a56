/** What the stage remembers of itself between visits: in this browser, whatever happens to the street. */
export interface PhoneLayout {
  openid: string;
  fontSize: number;
  network: Network;
}

export type Network = 'wifi' | 'slow' | 'none';

export interface Layout {
  phones: PhoneLayout[];
  /** Which side of the panel is up. */
  tab: string;
  /** Whether the panel is there at all. */
  panel: boolean;
  /** Phones as large as the window lets them be, or as large as a phone. */
  size: 'fit' | 'full';
}

export const FONT_SIZES = [16, 20, 23] as const;
export const NETWORKS = ['wifi', 'slow', 'none'] as const satisfies readonly Network[];
export const MOST_PHONES = 3;

const KEY = 'stage-layout';

/** @param known who may hold a phone; @param opening who does on the first visit. */
export function readLayout(known: readonly string[], opening: readonly string[]): Layout {
  const fresh: Layout = {
    phones: opening.map(newPhone),
    // Whichever is first.
    tab: '',
    panel: true,
    size: 'fit',
  };
  const stored = parsed(localStorage.getItem(KEY));
  const phones = listOf(stored['phones'])
    .map((phone) => asPhone(phone, known))
    .filter((phone) => phone !== undefined)
    .slice(0, MOST_PHONES);
  return {
    phones: phones.length > 0 ? phones : fresh.phones,
    tab: typeof stored['tab'] === 'string' ? stored['tab'] : fresh.tab,
    panel: typeof stored['panel'] === 'boolean' ? stored['panel'] : fresh.panel,
    size: stored['size'] === 'full' ? 'full' : fresh.size,
  };
}

export function keepLayout(layout: Layout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}

export function newPhone(openid: string): PhoneLayout {
  return { openid, fontSize: FONT_SIZES[0], network: 'wifi' };
}

/** Undefined for somebody who is not in this street any more. */
function asPhone(value: unknown, known: readonly string[]): PhoneLayout | undefined {
  const { openid, fontSize, network } = membersOf(value);
  if (typeof openid !== 'string' || !known.includes(openid)) return undefined;
  return {
    openid,
    fontSize: FONT_SIZES.find((size) => size === fontSize) ?? FONT_SIZES[0],
    network: NETWORKS.find((one) => one === network) ?? 'wifi',
  };
}

/** What cannot be read was never written: it is as on the first visit. */
function parsed(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    return membersOf(JSON.parse(text));
  } catch {
    localStorage.removeItem(KEY);
    return {};
  }
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
