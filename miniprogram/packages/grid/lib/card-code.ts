/** What a scan or a hand brought: a page path with a scene, `h=CODE`, or the code itself; '' for none. */
export function codeIn(text: string): string {
  const [, scene = text] = /[?&]scene=([^&]*)/.exec(text) ?? [];
  const plain = scene.replace(/%3D/i, '=').replace(/[\s-]/g, '');
  const [, code = ''] = /^(?:h=)?([0-9A-Za-z]{8})$/.exec(plain) ?? [];
  return code;
}

/** 扫户卡. @param found the code on it, '' where that was no household's card; not called when the camera was put away */
export function scanCard(found: (code: string) => void): void {
  wx.scanCode({
    onlyFromCamera: true,
    // The typings do not know the mini program's own code.
    scanType: ['qrCode', 'wxCode' as 'qrCode'],
    success: ({ result, path }) => found(codeIn(path ?? '') || codeIn(result)),
    // Putting the camera away is no error.
    fail: () => undefined,
  });
}

export const NO_CARD = '这不是户卡的码，再扫一下';
