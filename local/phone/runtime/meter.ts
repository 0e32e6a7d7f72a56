import { adapterComponent, glassEasel } from './easel';

/** What went from the program to the glass since the meter was last read. */
export interface DataUse {
  calls: number;
  /** As JSON, which is what crosses the bridge in WeChat. */
  bytes: number;
  /** The page or component that set most, with its share. */
  most: string;
}

const byWhom = new Map<string, number>();
let use = { calls: 0, bytes: 0 };

/** Counts every `setData` of pages and components. Call once. */
export function meterData(): void {
  const { prototype } = glassEasel.Component;
  const { setData } = prototype;
  prototype.setData = function setMeteredData(data) {
    const bytes = new TextEncoder().encode(asJson(data ?? {})).length;
    use = { calls: use.calls + 1, bytes: use.bytes + bytes };
    byWhom.set(this.is, (byWhom.get(this.is) ?? 0) + bytes);
    setData.call(this, data);
  };
}

/**
 * Programs keep components and other things with circles in their data, which never go to the glass: what goes
 * there is measured, and measuring stops nobody.
 */
function asJson(data: object): string {
  const inside = new Set<unknown>();
  const json = JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof adapterComponent.ComponentCaller || inside.has(value)) return undefined;
    inside.add(value);
    return value;
  });
  return json ?? '';
}

export function readMeter(): DataUse {
  const [most] = [...byWhom].sort(([, a], [, b]) => b - a);
  const read = { ...use, most: most === undefined ? '' : `${most[0]} ${most[1]}` };
  use = { calls: 0, bytes: 0 };
  byWhom.clear();
  return read;
}
