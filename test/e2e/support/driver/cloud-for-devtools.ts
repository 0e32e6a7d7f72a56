import type { MiniProgram } from '../client';

/**
 * Lets the mini program inside DevTools call this machine's cloud instead of an environment of its own, as the
 * person whose session it is. As text: DevTools runs it in the app service, where nothing of a compiler's helpers
 * is, and takes the function's body from its first to its last brace.
 */
const REDIRECT = `function (address, session) {
  var post = function (path, type, data) {
    return new Promise(function (resolve, reject) {
      wx.request({
        url: address + path,
        method: 'POST',
        header: { 'content-type': type, 'x-local-session': session },
        data: data,
        success: function (answer) {
          var reply = answer.data;
          if (!reply.errCode) return resolve(reply);
          var error = new Error('Error: errCode: ' + reply.errCode + '  | errMsg: ' + reply.errMsg);
          reject(Object.assign(error, reply));
        },
        fail: function (failure) {
          reject(Object.assign(new Error(failure.errMsg), { errCode: -1, errMsg: failure.errMsg }));
        }
      });
    });
  };
  wx.cloud.callFunction = function (options) {
    return post('/client/call', 'application/json', { name: options.name, data: options.data });
  };
  wx.cloud.getTempFileURL = function (options) {
    return post('/client/temp-url', 'application/json', { fileList: options.fileList });
  };
  wx.cloud.uploadFile = function (options) {
    var bytes = wx.getFileSystemManager().readFileSync(options.filePath);
    return post('/client/upload?path=' + encodeURIComponent(options.cloudPath), 'application/octet-stream', bytes);
  };
}`;

/** @param address of the local cloud, on the machine that DevTools runs on. */
export async function useCloud(mini: MiniProgram, address: string, session: string): Promise<void> {
  await mini.evaluate(REDIRECT, address, session);
}
