import jsQR from 'jsqr';

/** The longest side that is looked at, in px; a second look at another scale finds what the first misses. */
const SIDES = [800, 1600, 400];

export interface Code {
  text: string;
  bytes: number[];
}

/** The QR code in a picture, really decoded from its pixels; undefined when there is none to be read. */
export function decode(image: CanvasImageSource, width: number, height: number): Code | undefined {
  const longest = Math.max(width, height);
  if (longest === 0) return undefined;
  for (const side of SIDES) {
    const scale = Math.min(1, side / longest);
    const found = look(image, Math.round(width * scale), Math.round(height * scale));
    if (found) return found;
  }
  return undefined;
}

function look(image: CanvasImageSource, width: number, height: number): Code | undefined {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = jsQR(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'attemptBoth' });
  return found ? { text: found.data, bytes: found.binaryData } : undefined;
}
