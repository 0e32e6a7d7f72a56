import { readFile } from '../../../device/document';
import { draw, measureWith, type Pen, type Picture } from '../engine/draw';
import { type Drawn, laidOut, type Sheet } from '../engine/layout';
import { pdfOf } from '../engine/pdf';

/** Pixels a mm: 200 dpi, at which a code of 25 mm still has sharp squares. */
const SCALE = 8;

/** A canvas of WeChat, as a page hands it over. */
export type CanvasNode = WechatMiniprogram.Canvas;

export interface PrintedPage {
  /** Temporary file, JPEG. */
  path: string;
  page: Drawn;
}

/** Each page of a sheet as a picture. @throws Overflow, or when a picture in it cannot be loaded */
export async function pictures(sheet: Sheet, node: CanvasNode): Promise<PrintedPage[]> {
  const pen: Pen = node.getContext('2d');
  const pages = laidOut(sheet, measureWith(pen));
  const loaded = await loadAll(pages, node);
  const printed: PrintedPage[] = [];
  // One after the other: there is one canvas.
  for (const page of pages) {
    node.width = page.w * SCALE;
    node.height = page.h * SCALE;
    draw(pen, page, SCALE, loaded);
    printed.push({ path: await exported(node), page });
  }
  return printed;
}

async function loadAll(pages: readonly Drawn[], node: CanvasNode): Promise<Map<string, Picture>> {
  const sources = pages.flatMap(({ ops }) => ops.flatMap((op) => (op.do === 'image' ? [op.src] : [])));
  const loading = [...new Set(sources)].map(
    (src) =>
      new Promise<[string, Picture]>((resolve, reject) => {
        const image = node.createImage();
        // What a canvas makes is what its context draws.
        image.onload = () => resolve([src, image as unknown as Picture]);
        image.onerror = () => reject(new Error('a picture of the sheet does not load'));
        image.src = src;
      }),
  );
  return new Map(await Promise.all(loading));
}

function exported(node: CanvasNode): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.canvasToTempFilePath({
      // The typings know the old canvas only.
      canvas: node as unknown as WechatMiniprogram.IAnyObject,
      width: node.width,
      height: node.height,
      destWidth: node.width,
      destHeight: node.height,
      fileType: 'jpg',
      quality: 0.92,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: reject,
    });
  });
}

/** The same pages as one printable file. */
export async function printable(pages: readonly PrintedPage[]): Promise<ArrayBuffer> {
  const parts = await Promise.all(
    pages.map(async ({ path, page }) => ({
      jpeg: await readFile(path),
      pixels: { w: page.w * SCALE, h: page.h * SCALE },
      mm: { w: page.w, h: page.h },
    })),
  );
  return pdfOf(parts);
}
