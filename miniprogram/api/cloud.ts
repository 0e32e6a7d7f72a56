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
export async function uploadLesson(filePath: string, rid: string): Promise<string> {
  const ending = /\.[a-z0-9]{2,4}$/i.exec(filePath)?.[0] ?? '.mp4';
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: `lessons/${rid}${ending}`, filePath });
  return fileID;
}

/** @returns the file's id in cloud storage. Rejects when it could not be sent. */
export async function uploadRecording(filePath: string, rid: string): Promise<string> {
  const ending = /\.[a-z0-9]{2,4}$/i.exec(filePath)?.[0] ?? '.mp3';
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: `recordings/${rid}${ending}`, filePath });
  return fileID;
}
