/** Lets somebody choose or take one picture of theirs. @returns its path on the phone, '' when they chose none. */
export function pickPhoto(): Promise<string> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles[0]?.tempFilePath ?? ''),
      fail: () => resolve(''),
    });
  });
}
