/**
 * `Date` of the phone: the real clock plus an offset. Timers keep real time, so an hour is skipped, not
 * waited for.
 */
export interface PhoneClock {
  /** Milliseconds added to the real clock. */
  offset: number;
  now(): number;
}

const RealDate = Date;

export function installClock(offset: number): PhoneClock {
  const clock: PhoneClock = { offset, now: () => RealDate.now() + clock.offset };
  const Shifted = new Proxy(RealDate, {
    // Reflect.construct of Date is a Date; its type says any.
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [clock.now()] : args, newTarget) as Date,
    apply: () => new RealDate(clock.now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? clock.now : Reflect.get(target, name, receiver)),
  });
  // `date.constructor === Date` must stay true.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: Shifted,
    writable: true,
    configurable: true,
  });
  globalThis.Date = Shifted;
  return clock;
}
