import { LEDGER_SHEETS, type LedgerSheet } from '@contract/words';
import writeXlsxFile from 'write-excel-file/node';
import type { Settings } from '../../core/settings';
import type { Row } from './rows';
import { columnsOf, SHEETS, tableOf } from './sheets';

/** All sheets in one file, an empty one too: that nothing happened is also a line of a ledger. */
export function workbook(
  lines: ReadonlyMap<LedgerSheet, readonly Row[]>,
  settings: Pick<Settings, 'ledgerColumns'>,
): Promise<Buffer> {
  const sheets = SHEETS.map((sheet) => {
    const columns = columnsOf(sheet, settings);
    const [head = [], ...rows] = tableOf(columns, lines.get(sheet) ?? []);
    return {
      sheet: LEDGER_SHEETS[sheet],
      stickyRowsCount: 1,
      columns: columns.map(({ title }) => ({ width: Math.max(12, title.length * 3) })),
      data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows],
    };
  });
  return writeXlsxFile(sheets).toBuffer();
}
