/** wx.chooseMedia, chooseImage, chooseVideo, chooseMessageFile. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis, type Options, type Result } from '../api';
import { extensionOf } from '../files/paths';
import type { Kit } from '../kit';
import { choices, number } from '../options';
import { chooseFromSheet } from '../ui/action-sheet';
import { chooseFromAlbum } from './album';
import { takePhoto } from './camera';
import { pickFiles } from './pick-files';
import { encodePicture, pictureOf } from './pictures';
import { videoFacts } from './video';

const SOURCES = ['album', 'camera'] as const;
const KINDS = ['image', 'video', 'mix'] as const;
const SIZES = ['original', 'compressed'] as const;

/** What a phone does to a picture that is sent compressed. */
const COMPRESSED_SIDE = 1920;
const COMPRESSED_QUALITY = 0.8;

interface Wanted {
  count: number;
  accept: string;
  sources: (typeof SOURCES)[number][];
}

export function chooseApis({ host, files, privacy }: Kit): Api {
  async function choose(api: string, wanted: Wanted): Promise<File[]> {
    if (wanted.count < 1) throw new ApiFailure('parameter error: count should be larger than 0');
    await privacy.require(api);
    const chosen = await fromSource(host, wanted);
    if (chosen.length === 0) throw new ApiFailure('cancel');
    return chosen;
  }

  async function mediaFile(file: File, compress: boolean): Promise<Result> {
    if (file.type.startsWith('video/')) {
      const { poster, ...facts } = await videoFacts(file);
      return {
        ...facts,
        tempFilePath: await files.addTemporaryBlob(file, extensionOf(file.name)),
        size: file.size,
        fileType: 'video',
        thumbTempFilePath: await files.addTemporaryBlob(poster),
      };
    }
    const picture = await pictureOf(file);
    const blob = compress ? await compressed(picture.image, picture.width, picture.height) : file;
    const extension = compress ? 'jpg' : extensionOf(file.name);
    return {
      tempFilePath: await files.addTemporaryBlob(blob, extension),
      size: blob.size,
      fileType: 'image',
      width: picture.width,
      height: picture.height,
    };
  }

  /** WeChat compresses when the program allows it and the person does not ask for the original. */
  const compresses = (options: Options): boolean =>
    choices(options, 'sizeType', SIZES).includes('compressed');

  return asyncApis(host, {
    async chooseMedia(options) {
      const kinds = choices(options, 'mediaType', KINDS);
      const chosen = await choose('chooseMedia', {
        count: number(options, 'count', 9),
        accept: acceptOf(kinds),
        sources: choices(options, 'sourceType', SOURCES),
      });
      const tempFiles = await Promise.all(chosen.map((file) => mediaFile(file, compresses(options))));
      const types = new Set(tempFiles.map(({ fileType }) => fileType));
      return { tempFiles, type: types.size > 1 ? 'mix' : [...types][0] };
    },
    async chooseImage(options) {
      const chosen = await choose('chooseImage', {
        count: number(options, 'count', 9),
        accept: 'image/*',
        sources: choices(options, 'sourceType', SOURCES),
      });
      const media = await Promise.all(chosen.map((file) => mediaFile(file, compresses(options))));
      return {
        tempFilePaths: media.map(({ tempFilePath }) => tempFilePath),
        tempFiles: media.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
      };
    },
    async chooseVideo(options) {
      const [file] = await choose('chooseVideo', {
        count: 1,
        accept: 'video/*',
        sources: choices(options, 'sourceType', SOURCES),
      });
      if (!file) throw new ApiFailure('cancel');
      const { fileType: _fileType, ...video } = await mediaFile(file, false);
      return video;
    },
    async chooseMessageFile(options) {
      await privacy.require('chooseMessageFile');
      const count = number(options, 'count', 1);
      const chosen = (await pickFiles(host, { accept: '', multiple: count > 1 })).slice(0, count);
      if (chosen.length === 0) throw new ApiFailure('cancel');
      const tempFiles = chosen.map(async (file) => ({
        path: await files.addTemporaryBlob(file, extensionOf(file.name)),
        name: file.name,
        size: file.size,
        type: file.type.startsWith('image/') ? 'image' : file.type.startsWith('video/') ? 'video' : 'file',
        time: Math.floor(file.lastModified / 1000),
      }));
      return { tempFiles: await Promise.all(tempFiles) };
    },
  });
}

function acceptOf(kinds: (typeof KINDS)[number][]): string {
  if (kinds.includes('mix') || (kinds.includes('image') && kinds.includes('video'))) return 'image/*,video/*';
  return kinds.includes('video') ? 'video/*' : 'image/*';
}

async function fromSource(host: Host, wanted: Wanted): Promise<File[]> {
  // The phone's camera takes photographs only.
  const camera = wanted.sources.includes('camera') && wanted.accept.includes('image');
  const album = wanted.sources.includes('album');
  if (!camera && !album) throw new ApiFailure('recording a video is not supported by this phone');
  if (!camera) return chooseFromAlbum(host, wanted);
  if (album) {
    const index = await chooseFromSheet(host, { items: ['拍摄', '从手机相册选择'] });
    if (index === undefined) return [];
    if (index === 1) return chooseFromAlbum(host, wanted);
  }
  const photo = await takePhoto(host);
  return photo ? [photo] : [];
}

function compressed(image: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, COMPRESSED_SIDE / Math.max(width, height));
  return encodePicture({
    source: image,
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width * scale,
    destHeight: height * scale,
    type: 'image/jpeg',
    quality: COMPRESSED_QUALITY,
  });
}
