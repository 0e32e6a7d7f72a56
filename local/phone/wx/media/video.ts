import { ApiFailure } from '../api';
import { encodePicture } from './pictures';

interface VideoFacts {
  /** In seconds. */
  duration: number;
  width: number;
  height: number;
  /** A frame of it. */
  poster: Blob;
}

/** Throws ApiFailure when the browser cannot play it. */
export async function videoFacts(file: Blob): Promise<VideoFacts> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  video.muted = true;
  video.preload = 'auto';
  video.src = url;
  try {
    await new Promise<void>((resolve, reject) => {
      video.onloadeddata = () => resolve();
      video.onerror = () => reject(new ApiFailure('invalid video'));
    });
    const { videoWidth: width, videoHeight: height, duration } = video;
    const poster = await encodePicture({
      source: video,
      x: 0,
      y: 0,
      width,
      height,
      destWidth: width,
      destHeight: height,
      type: 'image/jpeg',
      quality: 0.8,
    });
    return { duration, width, height, poster };
  } finally {
    URL.revokeObjectURL(url);
  }
}
