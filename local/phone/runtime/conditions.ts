import type { PhoneClock } from './clock';
import type { Conditions, Emitter } from './host';
import type { PhoneProject } from './project';

/** The surroundings of the phone and who listens to them. */
export interface Weather {
  readonly now: Conditions;
  /** Variables of theme.json for the theme that is on. */
  theme(): Record<string, unknown>;
  on(listener: (now: Conditions) => void): () => void;
  /** Runs at the start and after each change, before other listeners. */
  onApply(apply: (now: Conditions) => void): void;
  change(change: Partial<Conditions>): void;
}

export function createWeather(project: PhoneProject, clock: PhoneClock, events: Emitter): Weather {
  const now: Conditions = { network: 'wifi', fontSize: 16, clockOffset: clock.offset, theme: 'light' };
  // Without `darkmode` a mini program is light, whatever the phone is.
  const knowsDark = project.appJson.darkmode === true;
  const listeners = new Set<(now: Conditions) => void>();
  const appliers: ((now: Conditions) => void)[] = [];
  const apply = (): void => {
    clock.offset = now.clockOffset;
    document.documentElement.dataset.theme = knowsDark ? now.theme : 'light';
    for (const one of appliers) one(now);
  };
  apply();
  return {
    now,
    theme() {
      const found = project.themes[knowsDark ? now.theme : 'light'];
      return typeof found === 'object' && found !== null ? { ...found } : {};
    },
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onApply(applier) {
      appliers.push(applier);
      applier(now);
    },
    change(change) {
      const before = now.theme;
      Object.assign(now, change);
      apply();
      if (now.theme !== before && knowsDark) events.emit('themeChange', { theme: now.theme });
      for (const listener of [...listeners]) listener(now);
    },
  };
}
