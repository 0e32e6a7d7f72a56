import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import svg2ttf from 'svg2ttf';
import { SVGIcons2SVGFontStream } from 'svgicons2svgfont';
import ttf2woff from 'ttf2woff';
import { Problem } from '../lib/problem';
import { packageFolder } from './packages';

/** Units per em: enough that a curve of a 24-unit drawing keeps its shape. */
const UNITS = 1024;

/** A WOFF font with these icons, each at its code point, from TDesign's own drawings. The same input gives the same bytes. */
export async function iconFont(points: ReadonlyMap<string, number>): Promise<Buffer> {
  const stream = new SVGIcons2SVGFontStream({
    fontName: 't',
    fontHeight: UNITS,
    descent: 0,
    normalize: true,
    fixedWidth: true,
    round: 10,
  });
  const written = collect(stream);
  for (const [name, point] of points) stream.write(glyph(name, point));
  stream.end();
  const ttf = svg2ttf(await written, { ts: 0, description: 'TDesign icons, a part of them' });
  return Buffer.from(ttf2woff(ttf.buffer));
}

function glyph(name: string, point: number): Readable {
  const drawing = drawingOf(name);
  if (drawing === undefined) throw new Problem(`There is no drawing of the icon "${name}" for the font.`);
  const metadata = { name, unicode: [String.fromCodePoint(point)] };
  return Object.assign(Readable.from([drawing]), { metadata });
}

/** TDesign's drawing of an icon as SVG; nothing where it has none, or one in strokes, which a font cannot hold. */
export function drawingOf(name: string): string | undefined {
  const file = path.join(packageFolder('tdesign-icons-svg'), 'src', `${name}.svg`);
  if (!existsSync(file)) return undefined;
  const svg = readFileSync(file, 'utf8');
  if (/\sstroke="(?!none)/.test(svg)) return undefined;
  // The package writes the attribute `viewBox` in a way that no reader of SVG knows.
  return svg.replace('view-box=', 'viewBox=');
}

async function collect(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
