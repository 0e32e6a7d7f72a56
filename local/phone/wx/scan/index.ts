/** wx.scanCode: a full-screen camera that really decodes what it is pointed at, or a picture from the album. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis, type Result } from '../api';
import { type Code, decode } from '../camera/decode';
import { openViewfinder } from '../camera/viewfinder';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { pickFiles } from '../media/pick-files';
import { pictureOf } from '../media/pictures';
import { choices, flag } from '../options';
import { scanResult } from './result';

const SCAN_TYPES = ['barCode', 'qrCode', 'wxCode', 'datamatrix', 'pdf417'] as const;

export function scanApis({ host }: Kit): Api {
  return asyncApis(host, {
    async scanCode(options) {
      const types = choices(options, 'scanType', SCAN_TYPES);
      if (!types.includes('qrCode') && !types.includes('wxCode')) {
        throw new ApiFailure(`scanType ${types.join(', ')} is not supported by this phone`);
      }
      const code = await scan(host, flag(options, 'onlyFromCamera'));
      if (!code) throw new ApiFailure('cancel');
      const result: Result = scanResult(code, host.appJson);
      navigator.vibrate?.(15);
      return result;
    },
  });
}

/** Resolves to undefined when the person closes the camera. */
function scan(host: Host, onlyFromCamera: boolean): Promise<Code | undefined> {
  return new Promise((resolve) => {
    const hint = element('div', 'phone-scan__hint', { role: 'status' });
    const finish = (code: Code | undefined): void => {
      if (layer.closed) return;
      viewfinder.stop();
      layer.close();
      resolve(code);
    };
    const layer = openLayer(host, {
      kind: 'screen',
      label: '扫一扫',
      className: 'phone-scan',
      onDismiss: () => finish(undefined),
    });
    const viewfinder = openViewfinder(host, {
      straight: '将二维码放入框内，即可自动扫描',
      nothing: '镜头前没有画面\n请在另一部手机或海报上打开二维码',
      onAim(sight, straight) {
        const code = decode(sight.image, sight.width, sight.height);
        if (code) finish(code);
        else if (!straight) hint.textContent = '没有认出二维码，换一个画面试试';
      },
    });
    const close = button('phone-scan__close', '', () => finish(undefined));
    close.setAttribute('aria-label', '关闭');
    const album = button('phone-scan__album', '相册', () => {
      void fromAlbum(host, hint).then((code) => code && finish(code));
    });
    layer.body.append(close, viewfinder.root, hint);
    if (!onlyFromCamera) layer.body.append(album);
  });
}

async function fromAlbum(host: Host, hint: HTMLElement): Promise<Code | undefined> {
  const [file] = await pickFiles(host, { accept: 'image/*', multiple: false });
  if (!file) return undefined;
  try {
    const picture = await pictureOf(file);
    const code = decode(picture.image, picture.width, picture.height);
    if (!code) hint.textContent = '这张图片里没有认出二维码';
    return code;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    hint.textContent = '这不是一张图片';
    return undefined;
  }
}
