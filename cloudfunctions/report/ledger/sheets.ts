import { LEDGER_SHEETS, type LedgerSheet } from '@contract/words';
import { csvOf } from '../../core/csv';
import type { Settings } from '../../core/settings';
import { COLUMNS, type Column } from './columns';
import type { Row } from './rows';

/** The keys of the closed list, in its order. */
export const SHEETS = Object.keys(LEDGER_SHEETS) as LedgerSheet[];

/** As configured for this sheet; a key that no line has is a column to be filled elsewhere. */
export function columnsOf(
  sheet: LedgerSheet,
  { ledgerColumns }: Pick<Settings, 'ledgerColumns'>,
): readonly Column[] {
  return ledgerColumns[sheet]?.map(([key, title]) => ({ key, title })) ?? COLUMNS[sheet];
}

/** Title line and lines, cell by cell. */
export function tableOf(columns: readonly Column[], rows: readonly Row[]): (string | number)[][] {
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))];
}

/** With the mark by which spreadsheets know UTF-8. */
export function asCsv(columns: readonly Column[], rows: readonly Row[]): string {
  return `\uFEFF${csvOf(tableOf(columns, rows).map((cells) => cells.map(String)))}`;
}
