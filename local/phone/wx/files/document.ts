/** wx.openDocument: this phone shows what kind of file it is and how large, and hands it to the computer. */
import { type Api, ApiFailure, asyncApis } from '../api';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { download } from '../media/image';
import { requiredText, text } from '../options';
import { readAny } from './operations';
import { extensionOf } from './paths';
import { typeByExtension } from './types';

/** What WeChat opens. */
const KINDS = ['doc', 'xls', 'ppt', 'pdf', 'docx', 'xlsx', 'pptx'];

export function documentApis({ host, files }: Kit): Api {
  return asyncApis(host, {
    openDocument(options) {
      const path = requiredText(options, 'filePath');
      const kind = text(options, 'fileType', extensionOf(path));
      if (!KINDS.includes(kind)) throw new ApiFailure('filetype not supported');
      const bytes = readAny(host, files, path);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const layer = openLayer(host, {
        kind: 'screen',
        label: '文档',
        className: 'phone-plain phone-document',
        onDismiss: () => layer.close(),
      });
      const store = () => download(host, new Blob([bytes], { type: typeByExtension(kind) }), path);
      layer.body.append(
        element('div', 'phone-plain__bar', {}, [
          button('phone-plain__back', '返回', () => layer.close()),
          element('div', 'phone-plain__title', {}, [name]),
        ]),
        element('div', 'phone-plain__text', {}, [
          element('p', '', {}, [`${kind.toUpperCase()} · ${Math.ceil(bytes.length / 1024)} KB`]),
          button('phone-album__open', '存到电脑', store),
        ]),
      );
      return undefined;
    },
  });
}
