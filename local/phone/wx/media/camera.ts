/** The camera that takes a photograph of what is in front of the phone. */
import type { Host, Sight } from '../../runtime/host';
import { openViewfinder } from '../camera/viewfinder';
import { button } from '../dom';
import { openLayer } from '../layer';
import { encodePicture } from './pictures';
import { SAMPLE_HEIGHT, SAMPLE_WIDTH, SAMPLES } from './samples';

/** Resolves to the photograph, or to undefined when the camera was closed. */
export function takePhoto(host: Host): Promise<File | undefined> {
  return new Promise((resolve, reject) => {
    let aimed = scenery();
    const finish = (file: File | undefined): void => {
      viewfinder.stop();
      layer.close();
      resolve(file);
    };
    const layer = openLayer(host, {
      kind: 'screen',
      label: '拍照',
      className: 'phone-scan phone-camera',
      onDismiss: () => finish(undefined),
    });
    const viewfinder = openViewfinder(host, {
      start: aimed,
      straight: '按快门拍下来',
      nothing: '镜头前是一片风景，按快门拍下来',
      onAim: (sight) => {
        aimed = sight;
      },
    });
    const close = button('phone-scan__close', '', () => finish(undefined));
    close.setAttribute('aria-label', '关闭');
    const shutter = button('phone-camera__shutter', '', () => {
      shoot(aimed).then(finish, reject);
    });
    shutter.setAttribute('aria-label', '拍照');
    layer.body.append(close, viewfinder.root, shutter);
  });
}

/** What a camera sees that points at nothing in particular. */
function scenery(): Sight {
  const canvas = new OffscreenCanvas(SAMPLE_WIDTH, SAMPLE_HEIGHT);
  const pen = canvas.getContext('2d');
  if (pen) SAMPLES[0]?.draw(pen);
  return { title: '风景', image: canvas, width: SAMPLE_WIDTH, height: SAMPLE_HEIGHT };
}

async function shoot(sight: Sight): Promise<File> {
  const blob = await encodePicture({
    source: sight.image,
    x: 0,
    y: 0,
    width: sight.width,
    height: sight.height,
    destWidth: sight.width,
    destHeight: sight.height,
    type: 'image/jpeg',
    quality: 0.85,
  });
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}
