/**
 * The counter of each community: the one place where the operator fills it in. The functions answer with
 * it, and the package carries it for the hour when the cloud is down.
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
