import { LEDGER_SHEETS } from '@contract/words';
import { DEFAULT_SETTINGS, type Settings } from './settings';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The defaults with what a deployment says otherwise: `{"tierWorkdays":{"normal":5}}` leaves the other tiers.
 *
 * @throws naming the setting that does not exist, or has another kind of value: a function that goes by a
 * misspelt promise must not start at all.
 */
export function settingsFrom(given: object): Settings {
  const { ledgerColumns, ...others } = { ledgerColumns: {}, ...given };
  const { ledgerColumns: _, ...defaults } = DEFAULT_SETTINGS;
  return { ...over(defaults, others, ''), ledgerColumns: columnsOf(ledgerColumns) };
}

function over<Known extends object>(defaults: Known, given: object, above: string): Known {
  const entries = Object.entries(given).map(([key, value]: [string, unknown]) => {
    const name = `${above}${key}`;
    if (!Object.hasOwn(defaults, key)) throw new Error(`RS_SETTINGS: there is no setting ${name}`);
    return [key, settingOf(Reflect.get(defaults, key), value, name)];
  });
  return { ...defaults, ...Object.fromEntries(entries) };
}

function settingOf(known: unknown, value: unknown, name: string): unknown {
  if (isRecord(known) && isRecord(value)) return over(known, value, `${name}.`);
  if (typeof known === 'string' && typeof value === 'string' && isMoment(value, name)) return value;
  if (typeof known === 'number' && typeof value === 'number' && value >= 0) return value;
  if (typeof known === 'boolean' && typeof value === 'boolean') return value;
  throw new Error(`RS_SETTINGS: ${name} cannot be ${JSON.stringify(value)}; it is ${JSON.stringify(known)}`);
}

/** A reminder alone can be left out. */
const isMoment = (value: string, name: string): boolean =>
  CLOCK.test(value) || (value === '' && name.startsWith('reminders.'));

function columnsOf(given: unknown): Settings['ledgerColumns'] {
  if (!isRecord(given)) throw new Error('RS_SETTINGS: ledgerColumns must be an object');
  for (const [sheet, columns] of Object.entries(given)) {
    if (!Object.hasOwn(LEDGER_SHEETS, sheet)) throw new Error(`RS_SETTINGS: there is no sheet ${sheet}`);
    if (!Array.isArray(columns) || !columns.every(isColumn))
      throw new Error(`RS_SETTINGS: the columns of ${sheet} are pairs of a key and a title`);
  }
  // Gone through just now.
  return given as Settings['ledgerColumns'];
}

const isColumn = (column: unknown): boolean =>
  Array.isArray(column) && column.length === 2 && column.every((part) => typeof part === 'string');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
