/**
 * The counter of each community, carried inside the package for the hour when the cloud is down.
 * `null` is shown as 待填写 until the operator fills it in; nothing here is invented (S15: only 建国社区 is named).
 */
export interface Counter {
  /** The same id as `CommunityView.id`. */
  id: string;
  name: string | null;
  phone: string | null;
  hours: string | null;
}

export const COUNTERS: readonly Counter[] = [
  { id: 'jianguo', name: '建国社区', phone: null, hours: null },
  { id: 'second', name: null, phone: null, hours: null },
  { id: 'third', name: null, phone: null, hours: null },
];

/** The street's own desk, for whoever has not said where they live. */
export const STREET: Counter = { id: 'street', name: '街道', phone: null, hours: null };

/** Numbers that every phone in the country knows. */
export const EMERGENCY = {
  medical: { phone: '120', label: '120 急救' },
  fire: { phone: '119', label: '119 火警' },
  police: { phone: '110', label: '110 报警' },
  fraud: { phone: '96110', label: '96110 反诈' },
} as const;

/** 心里难受，想找人说说: the country's line for psychological help. */
export const COMFORT_PHONE = '12356';
