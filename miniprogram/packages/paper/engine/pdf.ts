/** One page of a printable file: a JPEG as large as the sheet. */
export interface PdfPage {
  jpeg: ArrayBuffer;
  /** Of the picture. */
  pixels: { w: number; h: number };
  /** Of the sheet. */
  mm: { w: number; h: number };
}

/** A PDF measures in seventy-seconds of an inch. */
const UNITS_PER_MM = 72 / 25.4;

/**
 * A PDF in which each page is one JPEG: what every printer and `wx.openDocument` takes. The libraries for it are
 * larger than the subpackage may be, and of the format this needs five kinds of objects.
 */
export function pdfOf(pages: readonly PdfPage[]): ArrayBuffer {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  const say = (words: string): void => put(latin(words));
  const object = (number: number, words: string): void => {
    offsets[number] = length;
    say(`${number} 0 obj\n${words}\nendobj\n`);
  };
  const stream = (number: number, dictionary: string, bytes: Uint8Array): void => {
    offsets[number] = length;
    say(`${number} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
    put(bytes);
    say('\nendstream\nendobj\n');
  };

  say('%PDF-1.4\n%\xB5\xB5\xB5\xB5\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach(({ jpeg, pixels, mm }, index) => {
    const first = 3 + index * 3;
    const w = (mm.w * UNITS_PER_MM).toFixed(2);
    const h = (mm.h * UNITS_PER_MM).toFixed(2);
    object(
      first,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${first + 1} 0 R ` +
        `/Resources << /XObject << /S ${first + 2} 0 R >> >> >>`,
    );
    stream(first + 1, '', latin(`q ${w} 0 0 ${h} 0 0 cm /S Do Q`));
    const image =
      `/Type /XObject /Subtype /Image /Width ${pixels.w} /Height ${pixels.h} ` +
      '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
    stream(first + 2, image, new Uint8Array(jpeg));
  });
  const table = length;
  const count = offsets.length;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  say(`xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`);
  say(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);

  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}

function latin(words: string): Uint8Array {
  return Uint8Array.from(words, (letter) => letter.charCodeAt(0));
}
