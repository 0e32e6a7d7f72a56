/** wx.getImageInfo, compressImage, canvasToTempFilePath, saveImageToPhotosAlbum, saveVideoToPhotosAlbum. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis, isRecord, type Options } from '../api';
import { inComponent } from '../canvas';
import { type Scope, surfaceOf } from '../canvas/surface';
import { element } from '../dom';
import { readAny } from '../files/operations';
import { extensionOf } from '../files/paths';
import { typeByExtension } from '../files/types';
import type { Kit } from '../kit';
import { number, requiredText, text } from '../options';
import { encodePicture, loadPicture, typeWord } from './pictures';

export function imageApis({ host, files, permissions, privacy }: Kit): Api {
  async function save(api: string, options: Options): Promise<undefined> {
    const path = requiredText(options, 'filePath');
    await privacy.require(api);
    await permissions.require('scope.writePhotosAlbum');
    const bytes = readAny(host, files, path);
    download(host, new Blob([bytes], { type: typeByExtension(extensionOf(path)) }), path);
    return undefined;
  }

  const apis = asyncApis(host, {
    async getImageInfo(options) {
      const src = requiredText(options, 'src');
      const picture = await loadPicture(host, files, src);
      const remote = /^(?:https?|data|blob|cloud):/.test(src);
      return {
        width: picture.width,
        height: picture.height,
        // The browser has turned it upright already.
        orientation: 'up',
        type: typeWord(picture.blob),
        path: remote ? await files.addTemporaryBlob(picture.blob) : src,
      };
    },
    async compressImage(options) {
      const picture = await loadPicture(host, files, requiredText(options, 'src'));
      const width = number(options, 'compressedWidth', 0);
      const height = number(options, 'compressedHeight', 0);
      // One side alone keeps the proportions.
      const scale = width > 0 ? width / picture.width : height > 0 ? height / picture.height : 1;
      const blob = await encodePicture({
        source: picture.image,
        x: 0,
        y: 0,
        width: picture.width,
        height: picture.height,
        destWidth: picture.width * scale,
        destHeight: height > 0 ? height : picture.height * scale,
        type: 'image/jpeg',
        quality: number(options, 'quality', 80) / 100,
      });
      return { tempFilePath: await files.addTemporaryBlob(blob) };
    },
    saveImageToPhotosAlbum: (options) => save('saveImageToPhotosAlbum', options),
    saveVideoToPhotosAlbum: (options) => save('saveVideoToPhotosAlbum', options),
  });
  const canvasApi = inComponent(host, {
    async canvasToTempFilePath(options, scope) {
      const { canvas, unit } = canvasOf(options, scope);
      const x = number(options, 'x', 0);
      const y = number(options, 'y', 0);
      const width = number(options, 'width', canvas.width / unit - x);
      const height = number(options, 'height', canvas.height / unit - y);
      if (width <= 0 || height <= 0) throw new ApiFailure('fail to get the canvas area');
      const blob = await encodePicture({
        source: canvas,
        x: x * unit,
        y: y * unit,
        width: width * unit,
        height: height * unit,
        destWidth: number(options, 'destWidth', width * unit),
        destHeight: number(options, 'destHeight', height * unit),
        type: text(options, 'fileType', 'png') === 'jpg' ? 'image/jpeg' : 'image/png',
        quality: number(options, 'quality', 1),
      });
      return { tempFilePath: await files.addTemporaryBlob(blob) };
    },
  });
  return { ...apis, ...canvasApi };
}

/** The album of this phone is the computer's download folder. */
export function download(host: Host, blob: Blob, path: string): void {
  const url = URL.createObjectURL(blob);
  const extension = extensionOf(path);
  const name = `${Date.now()}${extension === '' ? '' : `.${extension}`}`;
  const link = element('a', '', { href: url, download: name });
  host.overlay.append(link);
  link.click();
  link.remove();
  // The browser reads the address after this call.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  host.events.emit('savedToAlbum', { name, type: blob.type, size: blob.size });
}

type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

interface Drawn {
  canvas: AnyCanvas;
  /** Pixels of the canvas in one of those that its places are given in. */
  unit: number;
}

/** `canvas` is a node of `<canvas type="2d">` or an off-screen canvas; an id alone means a canvas without a type. */
function canvasOf({ canvas, canvasId }: Options, scope: Scope): Drawn {
  if (canvas instanceof HTMLCanvasElement || canvas instanceof OffscreenCanvas) return { canvas, unit: 1 };
  if (typeof canvasId !== 'string')
    throw new ApiFailure('parameter error: parameter.canvas should be a canvas node');
  const surface = surfaceOf(scope, canvasId);
  if (!surface) throw new ApiFailure('canvas is not found');
  return { canvas: surface, unit: devicePixelRatio };
}

/** wx.createOffscreenCanvas, 2d. */
export function offscreenCanvas(...given: unknown[]): OffscreenCanvas {
  const first = given[0];
  const options: Options = isRecord(first) ? first : { width: first, height: given[1] };
  if (text(options, 'type', 'webgl') !== '2d') {
    throw new Error('createOffscreenCanvas:fail only type "2d" is supported by this phone');
  }
  const canvas = new OffscreenCanvas(number(options, 'width', 300), number(options, 'height', 150));
  return Object.assign(canvas, { createImage: () => new Image() });
}
