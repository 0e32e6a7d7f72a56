/** Texts and bytes in the encodings that WeChat's file system names. */
import { ApiFailure } from '../api';
import type { Bytes } from './store';

function fromLetters(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

function toLetters(bytes: Bytes, mask = 0xff): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte & mask);
  return text;
}

/** Bytes of what a program hands over: text in `encoding`, an ArrayBuffer or a view of one. */
export function toBytes(data: unknown, encoding: unknown): Bytes {
  // Copied: the program may change its buffer after the call.
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  }
  if (typeof data !== 'string') throw new ApiFailure('parameter error: data should be String or ArrayBuffer');
  switch (canonical(encoding ?? 'utf8')) {
    case 'base64':
      return fromLetters(atob(data));
    case 'hex':
      return Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    case 'utf16le':
      return new Uint8Array(Uint16Array.from(data, (letter) => letter.charCodeAt(0)).buffer);
    case 'latin1':
    case 'ascii':
      return fromLetters(data);
    default:
      return new TextEncoder().encode(data);
  }
}

/** Text in `encoding`, or an ArrayBuffer of its own when no encoding is named. */
export function fromBytes(bytes: Bytes, encoding: unknown): string | ArrayBuffer {
  if (encoding === undefined || encoding === null) return bytes.slice().buffer;
  switch (canonical(encoding)) {
    case 'base64':
      return btoa(toLetters(bytes));
    case 'hex':
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'utf16le':
      return new TextDecoder('utf-16le').decode(bytes);
    case 'latin1':
      return toLetters(bytes);
    case 'ascii':
      return toLetters(bytes, 0x7f);
    default:
      return new TextDecoder().decode(bytes);
  }
}

type Encoding = 'utf8' | 'utf16le' | 'latin1' | 'ascii' | 'base64' | 'hex';

const NAMES: Record<string, Encoding> = {
  utf8: 'utf8',
  'utf-8': 'utf8',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
  binary: 'latin1',
  latin1: 'latin1',
  ascii: 'ascii',
  base64: 'base64',
  hex: 'hex',
};

function canonical(encoding: unknown): Encoding {
  const found = typeof encoding === 'string' ? NAMES[encoding] : undefined;
  if (!found) throw new ApiFailure(`invalid encoding "${String(encoding)}"`, { errno: 1300201 });
  return found;
}
