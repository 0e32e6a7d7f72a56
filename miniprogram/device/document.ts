/** Files on this phone: written, opened by WeChat, put into the album. */

/** Takes the place of the file of that name. @returns its path */
export function writeFile(name: string, data: ArrayBuffer): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().writeFile({ filePath, data, success: () => resolve(filePath), fail: reject });
  });
}

export function readFile(filePath: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      // Without an encoding it is bytes.
      success: ({ data }) =>
        typeof data === 'string' ? reject(new Error('read as text')) : resolve(data as ArrayBuffer),
      fail: reject,
    });
  });
}

/** WeChat's own viewer: from its menu a file goes to a printer, a computer or a chat. */
export function openDocument(filePath: string, fileType: 'pdf' | 'xlsx'): Promise<boolean> {
  return new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType,
      showMenu: true,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}

/** @returns false when the phone does not let us, or has no room */
export function saveToAlbum(filePath: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.saveImageToPhotosAlbum({ filePath, success: () => resolve(true), fail: () => resolve(false) });
  });
}
