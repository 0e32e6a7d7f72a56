const MachineDate = Date;

let offset = 0;

/** From now on `Date` in this worker is ahead of the machine by this many milliseconds. */
export function shiftDate(milliseconds: number): void {
  offset = milliseconds;
}

/**
 * Puts a `Date` in place that follows the cloud's clock. It shares the machine's prototype, so that
 * dates from either side are instances of both.
 */
export function installShiftedDate(): void {
  function CloudDate(this: unknown, ...parts: unknown[]): unknown {
    const now = MachineDate.now() + offset;
    if (!new.target) return new MachineDate(now).toString();
    return Reflect.construct(MachineDate, parts.length === 0 ? [now] : parts, new.target);
  }
  Object.defineProperty(CloudDate, 'name', { value: 'Date' });
  Object.defineProperty(CloudDate, 'length', { value: 7 });
  CloudDate.prototype = MachineDate.prototype;
  CloudDate.now = () => MachineDate.now() + offset;
  CloudDate.UTC = MachineDate.UTC;
  CloudDate.parse = MachineDate.parse;
  Object.defineProperty(MachineDate.prototype, 'constructor', {
    value: CloudDate,
    writable: true,
    configurable: true,
  });
  // The function above is Date in all that code can observe; the compiler cannot see a constructor in it.
  globalThis.Date = CloudDate as unknown as DateConstructor;
}
