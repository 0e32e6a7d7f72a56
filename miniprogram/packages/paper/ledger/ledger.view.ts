import type { LedgerFile } from '../../../contract/ledger';
import { LEDGER_SHEETS, type LedgerSheet } from '../../../contract/words';
import { monthName, nextMonth } from '../../../lib/time';

/** How many months back: what is older is asked for rarely, and the office has its file. */
const MONTHS = 6;

/** This month first, then the ones before. */
export function monthChoices(now: number): { value: string; word: string }[] {
  return Array.from({ length: MONTHS }, (_, index) => nextMonth(now, -index)).map((value) => ({
    value,
    word: monthName(value),
  }));
}

export interface SheetLine {
  sheet: LedgerSheet;
  title: string;
  /** '' before the month was exported. */
  count: string;
}

/** The sheets of a workbook, in its order; with what is in them once it has been made. */
export function sheetLines(file: LedgerFile | null): SheetLine[] {
  // The keys of the closed list, in its order.
  return (Object.keys(LEDGER_SHEETS) as LedgerSheet[]).map((sheet) => {
    const rows = file?.sheets.find((one) => one.sheet === sheet)?.rows;
    return { sheet, title: LEDGER_SHEETS[sheet], count: rows === undefined ? '' : `${rows} 行` };
  });
}
