import type { PrintedKind } from '../../../contract/paper';
import { PAPER_KINDS, type PaperKind } from '../../../contract/words';
import type { PaperSize } from '../engine/layout';

/** What a link to this page says: `?kind=` `?id=` `?month=`. */
export interface Wanted {
  kind: PaperKind;
  id: string;
  month: string | null;
}

/** `null`: a link that names no sheet. */
export function wantedOf(query: Readonly<Record<string, string | undefined>>): Wanted | null {
  const { kind = '', id = '', month = '' } = query;
  if (!isKind(kind) || id === '') return null;
  return { kind, id, month: month === '' ? null : month };
}

const isKind = (kind: string): kind is PaperKind => kind in PAPER_KINDS;

export function isPrinted(kind: PaperKind): kind is PrintedKind {
  return kind !== 'certificate';
}

/** A4，2 张 */
export function sizeWord(size: PaperSize, pages: number): string {
  const fold = size === 'A6' ? '，正反两面' : pages > 1 ? `，${pages} 张` : '，1 张';
  return `${size} 纸${fold}`;
}

/** `户卡.pdf`: how the file is called where it is sent. */
export function fileName(kind: PaperKind): string {
  return `${PAPER_KINDS[kind]}.pdf`;
}
