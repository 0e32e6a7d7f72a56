/** Recordings are kept as saved files until the server has them: a temporary file may vanish with the app. */

/** @returns the saved file's path. Rejects when the phone has no room (200 MB for all files). */
export function saveRecording(tempFilePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

export function hasRecording(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Resolves as well when it was gone already. */
export function removeRecording(filePath: string): Promise<void> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().unlink({ filePath, complete: () => resolve() });
  });
}

interface Recording {
  path: string;
  seconds: number;
}

/** Just spoken instead of what was said before: kept where there is room, and the one before leaves the phone. */
export async function sayInstead(
  before: Recording | null,
  spoken: Recording,
  keep: (recording: Recording) => void,
): Promise<void> {
  const path = await saveRecording(spoken.path).catch(() => spoken.path);
  keep({ path, seconds: spoken.seconds });
  if (before !== null) await removeRecording(before.path);
}
