import type { Read } from './kinds';

/** 减负表: what the system took over in one month. Only about the system: nobody's doings are in it (G6). */
export interface BurdenView {
  month: string;
  /** Lines of the ledger that nobody typed: matters, classes, activities, lessons, ways out of the door. */
  lines: number;
  /** Sheets of the workbook that somebody took out with one press. */
  sheets: number;
  /** Slips that came out of the printer with everything on them already. */
  slips: number;
  /** Confirmed home lessons: one record, told in three places, so two entries less each (S48, S57, S63). */
  lessons: number;
  /** The reader's figures are the street's; otherwise their communities', but for slips and activities. */
  wholeStreet: boolean;
}

export type BurdenActions = {
  'burden.get': Read<{ month: string }, BurdenView>;
};
