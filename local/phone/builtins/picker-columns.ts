/** What the wheels of a `<picker>` show, for each of its modes. Pure: no element is touched here. */

export interface PickerColumns {
  /** The rows of each wheel. */
  readonly rows: readonly (readonly string[])[];
  /** The row that each wheel stands on. */
  readonly at: readonly number[];
}

export interface PickerMode {
  /** Wheels for what is chosen; `at` may be out of range or too short. */
  columns(at: readonly number[]): PickerColumns;
  /** Whether the wheels to the right begin anew when one is turned; otherwise they stay as far as they can. */
  readonly restarts: boolean;
  /** The rows that stand for the `value` attribute. */
  start(): readonly number[];
  /** `event.detail` of `change`. */
  detail(at: readonly number[]): { value: unknown; code?: string[]; postcode?: string };
}

/** `at` brought into the range of each wheel. */
export function settle(rows: PickerColumns['rows'], at: readonly number[]): PickerColumns {
  return {
    rows,
    at: rows.map((column, index) => Math.min(Math.max(at[index] ?? 0, 0), Math.max(0, column.length - 1))),
  };
}

function labelOf(item: unknown, rangeKey: string): string {
  const shown =
    rangeKey !== '' && typeof item === 'object' && item !== null ? Reflect.get(item, rangeKey) : item;
  return shown === null || shown === undefined ? '' : String(shown);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const indexOf = (value: unknown): number => {
  const index = Number(value);
  return Number.isInteger(index) && index >= 0 ? index : 0;
};

export function selectorMode(range: unknown, rangeKey: string, value: unknown): PickerMode {
  const rows = [listOf(range).map((item) => labelOf(item, rangeKey))];
  return {
    columns: (at) => settle(rows, at),
    restarts: false,
    start: () => [indexOf(value)],
    // WeChat gives the index as text here, and as numbers with several columns.
    detail: ([index = 0]) => ({ value: String(index) }),
  };
}

export function multiSelectorMode(range: unknown, rangeKey: string, value: unknown): PickerMode {
  const rows = listOf(range).map((column) => listOf(column).map((item) => labelOf(item, rangeKey)));
  return {
    columns: (at) => settle(rows, at),
    restarts: false,
    start: () => rows.map((_, column) => indexOf(listOf(value)[column])),
    detail: (at) => ({ value: [...at] }),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Numbers of each wheel, which depend on the ones to the left of it. */
type Steps = (chosen: readonly number[]) => number[];

/** Wheels of numbers within bounds, such as years, months and days. */
function numberMode(
  steps: readonly Steps[],
  value: readonly number[],
  write: (chosen: readonly number[]) => string,
  unit: (column: number) => string,
): PickerMode {
  const chosenBy = (at: readonly number[]): { lists: number[][]; chosen: number[]; at: number[] } => {
    const lists: number[][] = [];
    const chosen: number[] = [];
    const placed: number[] = [];
    steps.forEach((step, column) => {
      const list = step(chosen);
      const index = Math.min(Math.max(at[column] ?? 0, 0), Math.max(0, list.length - 1));
      lists.push(list);
      placed.push(index);
      chosen.push(list[index] ?? 0);
    });
    return { lists, chosen, at: placed };
  };
  return {
    columns(at) {
      const { lists, at: placed } = chosenBy(at);
      return {
        rows: lists.map((list, column) => list.map((number) => two(number) + unit(column))),
        at: placed,
      };
    },
    restarts: false,
    start() {
      const at: number[] = [];
      const chosen: number[] = [];
      // Once a wheel had to stop at a bound, the ones to the right of it stop at theirs.
      let bound: 'first' | 'last' | undefined;
      steps.forEach((step, column) => {
        const list = step(chosen);
        const target = value[column] ?? 0;
        if (bound === undefined && target < (list[0] ?? 0)) bound = 'first';
        if (bound === undefined && target > (list.at(-1) ?? 0)) bound = 'last';
        const index = bound === 'first' ? 0 : bound === 'last' ? list.length - 1 : list.indexOf(target);
        at.push(Math.max(0, index));
        chosen.push(list[Math.max(0, index)] ?? 0);
      });
      return at;
    },
    detail: (at) => ({ value: write(chosenBy(at).chosen) }),
  };
}

const numbersIn = (text: string, separator: RegExp): number[] =>
  text
    .split(separator)
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);

/** `hh:mm`. Without a value: now. */
export function timeMode(value: string, start: string, end: string, now: Date): PickerMode {
  const [startHour = 0, startMinute = 0] = numbersIn(start === '' ? '00:00' : start, /:/);
  const [endHour = 23, endMinute = 59] = numbersIn(end === '' ? '23:59' : end, /:/);
  const chosen = /^\d{1,2}:\d{1,2}$/.test(value) ? numbersIn(value, /:/) : [now.getHours(), now.getMinutes()];
  return numberMode(
    [
      () => upTo(startHour, endHour),
      ([hour]) => upTo(hour === startHour ? startMinute : 0, hour === endHour ? endMinute : 59),
    ],
    chosen,
    (parts) => parts.map(two).join(':'),
    () => '',
  );
}

const FIRST_DAY = [1900, 1, 1] as const;
const LAST_DAY = [2100, 12, 31] as const;
const DATE_UNITS = ['年', '月', '日'];

/** `YYYY-MM-DD`, or its first parts with `fields`. Without a value: today. */
export function dateMode(value: string, start: string, end: string, fields: string, now: Date): PickerMode {
  const first = withDefaults(numbersIn(start, /[-/]/), start === '' ? FIRST_DAY : [FIRST_DAY[0], 1, 1]);
  const last = withDefaults(numbersIn(end, /[-/]/), end === '' ? LAST_DAY : [LAST_DAY[0], 12, 31]);
  const given = /^\d{4}/.test(value) ? numbersIn(value, /[-/]/) : [];
  const chosen = withDefaults(given, [now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  const isFirst = (parts: readonly number[]): boolean => parts.every((part, index) => part === first[index]);
  const isLast = (parts: readonly number[]): boolean => parts.every((part, index) => part === last[index]);
  const steps: Steps[] = [
    () => upTo(first[0], last[0]),
    (parts) => upTo(isFirst(parts) ? first[1] : 1, isLast(parts) ? last[1] : 12),
    (parts) =>
      upTo(isFirst(parts) ? first[2] : 1, isLast(parts) ? Math.min(last[2], daysIn(parts)) : daysIn(parts)),
  ];
  const columns = fields === 'year' ? 1 : fields === 'month' ? 2 : 3;
  return numberMode(
    steps.slice(0, columns),
    chosen,
    (parts) => parts.map(two).join('-'),
    (column) => DATE_UNITS[column] ?? '',
  );
}

type Day = readonly [number, number, number];

function withDefaults([year, month, day]: readonly number[], fallback: Day): Day {
  return [year ?? fallback[0], month ?? fallback[1], day ?? fallback[2]];
}

function daysIn([year = 1970, month = 1]: readonly number[]): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
