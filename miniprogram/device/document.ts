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

/** What a short-lived address holds, under a name that says what it is. @returns its path on this phone */
export function fetchFile(url: string, name: string): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      filePath,
      success: ({ statusCode }) =>
        statusCode === 200 ? resolve(filePath) : reject(new Error(`answered ${statusCode}`)),
      fail: reject,
    });
  });
}

/** Sends a file to a chat, for what WeChat does not open. Putting it away is no error. */
export function sendFile(filePath: string, fileName: string): void {
  wx.shareFileMessage({ filePath, fileName, fail: () => undefined });
}
