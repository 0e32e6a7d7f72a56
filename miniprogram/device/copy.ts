/** Puts text on the clipboard; WeChat says itself that it is done. @returns false when the phone refuses. */
export function copy(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.setClipboardData({ data: text, success: () => resolve(true), fail: () => resolve(false) });
  });
}
