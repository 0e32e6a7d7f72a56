import { calculateObjectSize } from 'bson';
import { requestTooLarge, type WriteKind, writeFailed } from '../errors';
import type { Document } from './types';

/** Rows that one `get` returns at most. */
export const MAX_ROWS = 1000;
const MB = 1024 * 1024;
const MAX_WRITE = 5 * MB;
const MAX_REPLY = 50 * MB;
const MAX_DOCUMENT = 16 * MB;
/** JSON is never so much shorter than BSON that a text below this could be too large. */
const SURELY_SMALL = 2 * MB;

/** What one add or update sends, in bytes of text. @throws CloudError EXCEED_REQUEST_SIZE_LIMIT */
export function checkRequestSize(texts: string[]): void {
  const size = sizeOf(texts, MAX_WRITE);
  if (size > MAX_WRITE) throw requestTooLarge('one add or update', size, MAX_WRITE);
}

/** What one `get` returns, in bytes of text. @throws CloudError EXCEED_REQUEST_SIZE_LIMIT */
export function checkReplySize(texts: string[]): void {
  const size = sizeOf(texts, MAX_REPLY);
  if (size > MAX_REPLY) throw requestTooLarge('the reply of one get', size, MAX_REPLY);
}

/** @throws CloudError with MongoDB's sentence for a document above 16 MB of BSON */
export function checkDocumentSize(kind: WriteKind, document: Document, text: string): void {
  if (text.length < SURELY_SMALL) return;
  const size = calculateObjectSize(document);
  if (size <= MAX_DOCUMENT) return;
  const sentence =
    kind === 'Insert'
      ? `object to insert too large. size in bytes: ${size}, max size: ${MAX_DOCUMENT}`
      : `Resulting document after update is larger than ${MAX_DOCUMENT}`;
  throw writeFailed(kind, sentence, kind === 'Insert' ? 2 : 17419);
}

/** Exact only where it matters: a character is at most three bytes of UTF-8. */
function sizeOf(texts: string[], limit: number): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  if (characters * 3 <= limit) return characters;
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
