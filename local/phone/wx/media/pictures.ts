/** Reading and writing of pictures. */
import type { Host } from '../../runtime/host';
import { ApiFailure } from '../api';
import { readAny } from '../files/operations';
import { extensionOf } from '../files/paths';
import type { Bytes, FileStore } from '../files/store';
import { typeByExtension } from '../files/types';
import { addressOf } from '../net/address';
import { cross } from '../net/connection';
import { requireLoopback } from '../net/transport';

interface Picture {
  blob: Blob;
  image: HTMLImageElement;
  width: number;
  height: number;
}

/** Loads a picture from any path or from an address on this machine. Throws ApiFailure when it is none. */
export async function loadPicture(host: Host, files: FileStore, source: string): Promise<Picture> {
  return pictureOf(await blobOf(host, files, source));
}

/** Throws ApiFailure when the content is not a picture that the browser knows. */
export async function pictureOf(blob: Blob): Promise<Picture> {
  const url = URL.createObjectURL(blob);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    // The browser says no more than that it could not.
    throw new ApiFailure('invalid image');
  } finally {
    // Decoded: the pixels stay without the address.
    URL.revokeObjectURL(url);
  }
  return { blob, image, width: image.naturalWidth, height: image.naturalHeight };
}

async function blobOf(host: Host, files: FileStore, given: string): Promise<Blob> {
  const source = given.startsWith('cloud://') ? await addressOf(host, given) : given;
  if (/^(?:https?|data|blob):/.test(source)) {
    if (source.startsWith('http')) {
      requireLoopback(source);
      await cross(host);
    }
    const answer = await fetch(source);
    if (!answer.ok) throw new ApiFailure(`download image fail: HTTP ${answer.status}`);
    return answer.blob();
  }
  const bytes = readAny(host, files, source);
  return new Blob([bytes], { type: mimeOf(bytes) ?? typeByExtension(extensionOf(source)) });
}

/** By the first bytes: names are often wrong. */
function mimeOf(bytes: Bytes): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xd8) return 'image/jpeg';
  if (a === 0x89 && b === 0x50) return 'image/png';
  if (a === 0x47 && b === 0x49 && c === 0x46) return 'image/gif';
  if ((a === 0x49 && b === 0x49 && c === 0x2a) || (a === 0x4d && b === 0x4d && d === 0x2a))
    return 'image/tiff';
  return undefined;
}

const WECHAT_TYPES = ['jpeg', 'png', 'gif', 'tiff'];

/** The word of `wx.getImageInfo`. */
export function typeWord(blob: Blob): string {
  const word = blob.type.replace('image/', '');
  return WECHAT_TYPES.includes(word) ? word : 'unknown';
}

interface Drawing {
  source: CanvasImageSource;
  /** The part of the source. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** The size of the result. */
  destWidth: number;
  destHeight: number;
  type: 'image/jpeg' | 'image/png';
  /** 0 to 1, of a JPEG. */
  quality: number;
}

/** Draws a part of a picture in a new size and encodes it. */
export async function encodePicture(wanted: Drawing): Promise<Blob> {
  const width = Math.max(1, Math.round(wanted.destWidth));
  const height = Math.max(1, Math.round(wanted.destHeight));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new ApiFailure('the browser gives no canvas');
  if (wanted.type === 'image/jpeg') {
    // A JPEG has no transparency: paper is white.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  const { source, x, y } = wanted;
  context.drawImage(source, x, y, wanted.width, wanted.height, 0, 0, width, height);
  return canvas.convertToBlob({ type: wanted.type, quality: wanted.quality });
}
