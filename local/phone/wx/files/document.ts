/** wx.openDocument and shareFileMessage: this phone shows what kind of file it is and how large, and hands it to the computer. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { download } from '../media/image';
import { requiredText, text } from '../options';
import { readAny } from './operations';
import { extensionOf } from './paths';
import type { Bytes, FileStore } from './store';
import { typeByExtension } from './types';

/** What WeChat opens. */
const KINDS = ['doc', 'xls', 'ppt', 'pdf', 'docx', 'xlsx', 'pptx'];

export function documentApis({ host, files }: Kit): Api {
  return asyncApis(host, {
    openDocument(options) {
      const path = requiredText(options, 'filePath');
      const kind = text(options, 'fileType', extensionOf(path));
      if (!KINDS.includes(kind)) throw new ApiFailure('filetype not supported');
      show(host, files, path, '文档');
      return undefined;
    },
    shareFileMessage(options) {
      const path = requiredText(options, 'filePath');
      show(host, files, path, '发给朋友', text(options, 'fileName', nameOf(path)));
      return undefined;
    },
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function show(host: Host, files: FileStore, path: string, label: string, name = nameOf(path)): void {
  const bytes: Bytes = readAny(host, files, path);
  const kind = extensionOf(name);
  const layer = openLayer(host, {
    kind: 'screen',
    label,
    className: 'phone-plain phone-document',
    onDismiss: () => layer.close(),
  });
  const store = () => download(host, new Blob([bytes], { type: typeByExtension(kind) }), name);
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
}
