import { CALL_TIMEOUT_MS, CLOUD_ENV, REPORT_TIMEOUT_MS } from '../config/cloud';
import type { CallRequest, ReadsRequest } from '../contract/envelope';
import { functionOf } from '../contract/functions';

/** Once, when the app is launched. */
export function openCloud(): void {
  wx.cloud.init(CLOUD_ENV === '' ? { traceUser: false } : { env: CLOUD_ENV, traceUser: false });
}

export function sendToFunction(request: CallRequest): Promise<unknown> {
  return send(functionOf(request.action), request);
}

/** Resolves to what the function returned. Rejects with WeChat's error, or when no answer came in time. */
export function send(name: string, request: CallRequest | ReadsRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const patience = name === 'report' ? REPORT_TIMEOUT_MS : CALL_TIMEOUT_MS;
    const timer = setTimeout(() => reject(new Error('timeout')), patience);
    wx.cloud
      .callFunction({ name, data: { ...request } })
      .then((reply) => resolve(reply.result), reject)
      .finally(() => clearTimeout(timer));
  });
}

/** A recorded lesson's video. @returns the file's id in cloud storage. Rejects when it could not be sent. */
export function uploadLesson(filePath: string, rid: string): Promise<string> {
  return upload('lessons', filePath, rid, '.mp4');
}

export function uploadRecording(filePath: string, rid: string): Promise<string> {
  return upload('recordings', filePath, rid, '.mp3');
}

/** Under the rid of the intention that attaches it: the server takes no other (`core/own-file.ts`). */
export function uploadPicture(
  folder: 'portraits' | 'receipts',
  filePath: string,
  rid: string,
): Promise<string> {
  return upload(folder, filePath, rid, '.jpg');
}

async function upload(folder: string, filePath: string, rid: string, usual: string): Promise<string> {
  const ending = /\.[a-z0-9]{2,4}$/i.exec(filePath)?.[0].toLowerCase() ?? usual;
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: `${folder}/${rid}${ending}`, filePath });
  return fileID;
}
