/** Lets somebody choose one video of theirs. @returns its path on the phone, '' when they chose none. */
export function pickVideo(): Promise<string> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sourceType: ['album', 'camera'],
      success: ({ tempFiles }) => resolve(tempFiles[0]?.tempFilePath ?? ''),
      fail: () => resolve(''),
    });
  });
}
