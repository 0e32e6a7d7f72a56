import type { LedgerFile } from '@contract/ledger';
import { LEDGER_SHEETS, type LedgerSheet } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { oneOf } from '../../core/schemas';
import { type Ledger, ledgerId, ledgers, newLedger } from './model';
import { ledgerScope, linesOf } from './read';
import { asCsv, columnsOf, SHEETS } from './sheets';
import { workbook } from './workbook';

interface Asked {
  month: string;
  as: 'workbook' | LedgerSheet;
}

const nameOf = ({ month, as }: Asked): string =>
  as === 'workbook' ? `台账-${month}.xlsx` : `${LEDGER_SHEETS[as]}-${month}.csv`;

/** One file for each month, kind and set of communities: exporting anew takes the place of the old one. */
function pathOf({ month, as }: Asked, scope: string): string {
  const name = derivedId('ledger-file', month, as, scope);
  return `ledgers/${month}/${name}.${as === 'workbook' ? 'xlsx' : 'csv'}`;
}

async function made(context: ActionContext, asked: Asked, communities: readonly string[] | null) {
  const lines = await linesOf(context, asked.month, communities);
  const { as } = asked;
  const content =
    as === 'workbook'
      ? await workbook(lines, context.settings)
      : Buffer.from(asCsv(columnsOf(as, context.settings), lines.get(as) ?? []));
  const sheets = SHEETS.filter((sheet) => as === 'workbook' || sheet === as).map((sheet) => ({
    sheet,
    rows: lines.get(sheet)?.length ?? 0,
  }));
  return { content, sheets };
}

async function shown(context: ActionContext, asked: Asked, ledger: Ledger): Promise<LedgerFile> {
  const done = ledger.exports.find(({ rid }) => rid === context.rid) ?? refuse('NOT_FOUND');
  const [url = ''] = await context.temporaryUrls([done.fileId]);
  return { url, name: nameOf(asked), sheets: done.sheets };
}

export const ledgerActions = [
  action({
    name: 'ledger.export',
    kind: 'write',
    input: v.strictObject({
      month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/)),
      as: v.union([v.literal('workbook'), oneOf(LEDGER_SHEETS)]),
    }),
    allow: 'ledger.export',
    async run(context, input) {
      const communities = ledgerScope(context);
      const scope = communities?.join(',') ?? WHOLE_STREET;
      const repository = context.repository(ledgers);
      const id = ledgerId(input.month, scope);
      const stored = await repository.find(id);
      // A replay makes nothing anew.
      if (stored?.exports.some(({ rid }) => rid === context.rid)) return shown(context, input, stored);

      const { content, sheets } = await made(context, input, communities);
      const fileId = await context.storeFile(pathOf(input, scope), content);
      const by = personId(context.caller);
      const { rid, now } = context;
      if (stored === null) await repository.create(newLedger(input.month, scope, now));
      const { doc } = await repository.change(id, rid, (ledger) => ({
        ...ledger,
        timeline: [...ledger.timeline, { rid, at: now, by, command: 'export' }],
        exports: [...ledger.exports, { rid, by, at: now, fileId, sheets }],
      }));
      return shown(context, input, doc);
    },
  }),
];
