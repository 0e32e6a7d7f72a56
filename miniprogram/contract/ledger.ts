import type { Write } from './kinds';
import type { LedgerSheet } from './words';

/** 台账 of one month: made from what happened anyway, nothing is typed (story 14, G10). */
export interface LedgerFile {
  /** Works for a short while; asked for anew afterwards. */
  url: string;
  /** `台账-2026-11.xlsx` */
  name: string;
  sheets: { sheet: LedgerSheet; rows: number }[];
}

export type LedgerActions = {
  /**
   * `month`: `2026-11`. `as`: all sheets in one workbook, or one of them as CSV for a platform's import. Only the
   * reader's communities, names masked (workflows 10.3). Each export is written down with who and when.
   */
  'ledger.export': Write<{ month: string; as: 'workbook' | LedgerSheet }, LedgerFile>;
};
