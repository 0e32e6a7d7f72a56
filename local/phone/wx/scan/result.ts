import type { AppJson } from '../../runtime/host';
import type { Result } from '../api';
import { arrayBufferToBase64 } from '../base/launch';
import type { Code } from '../camera/decode';

/**
 * What wx.scanCode answers for a code. A 小程序码 of this mini program is told by its path alone; the stand-in
 * of `wxacode.getUnlimited` draws it as a QR code whose text is that path with its scene.
 */
export function scanResult(code: Code, app: AppJson): Result {
  const common = {
    charSet: 'utf-8',
    rawData: arrayBufferToBase64(Uint8Array.from(code.bytes).buffer),
  };
  const path = ownPath(code.text, app);
  if (path !== undefined) return { ...common, scanType: 'WX_CODE', result: '', path };
  return { ...common, scanType: 'QR_CODE', result: code.text };
}

function ownPath(text: string, app: AppJson): string | undefined {
  const path = text.replace(/^\//, '');
  const page = path.split('?')[0] ?? '';
  return allPages(app).includes(page) ? path : undefined;
}

function allPages(app: AppJson): string[] {
  const inside = (app.subpackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...app.pages, ...inside];
}
