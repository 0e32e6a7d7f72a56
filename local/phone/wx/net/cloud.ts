/** wx.cloud: init, callFunction, uploadFile, downloadFile, getTempFileURL. */
import type { Host } from '../../runtime/host';
import {
  type Api,
  ApiFailure,
  asyncApi,
  hasCallbacks,
  isRecord,
  type Options,
  type Result,
  type Work,
} from '../api';
import { readAny } from '../files/operations';
import type { Kit } from '../kit';
import { requiredText } from '../options';
import { named, reject } from '../unsupported';
import { temporaryUrls } from './address';
import { cross } from './connection';
import { databaseApi } from './database';
import { callGateway } from './gateway';
import { extensionFor } from './request';
import { type TaskContext, taskApi } from './task';
import { exchange } from './transport';

/** A mini program's own `deleteFile` has no counterpart in the stand-in's client gateway. */
const UNSUPPORTED = ['deleteFile', 'Cloud', 'CloudID', 'CDN', 'callContainer', 'connectContainer'];

export function cloudApis({ host, files }: Kit): Api {
  let enabled = false;

  const json = (path: string, body: Result): Promise<Result> =>
    callGateway(host, { path, body: JSON.stringify(body), contentType: 'application/json' });

  const whenEnabled = <A extends unknown[], R>(work: (options: Options, ...rest: A) => Promise<R>) => {
    return async (options: Options, ...rest: A): Promise<R> => {
      if (!enabled) throw new ApiFailure("Cloud API isn't enabled, please call wx.cloud.init first");
      return work(options, ...rest);
    };
  };

  async function upload(options: Options, context: TaskContext): Promise<Result> {
    const cloudPath = requiredText(options, 'cloudPath');
    if (cloudPath === '' || cloudPath.startsWith('/')) throw new ApiFailure('invalid cloudPath');
    const bytes = readAny(host, files, requiredText(options, 'filePath'));
    const reply = await callGateway(host, {
      path: `/client/upload?path=${encodeURIComponent(cloudPath)}`,
      body: new Blob([bytes]),
      contentType: 'application/octet-stream',
      signal: context.signal,
      onUpload: (sent, total) =>
        context.progress({
          progress: total === 0 ? 100 : Math.round((sent / total) * 100),
          totalBytesSent: sent,
          totalBytesExpectedToSend: total,
        }),
    });
    return { fileID: reply.fileID, statusCode: reply.statusCode ?? 200 };
  }

  async function download(options: Options, context: TaskContext): Promise<Result> {
    const [found] = await temporaryUrls(host, [requiredText(options, 'fileID')]);
    const url = found?.tempFileURL;
    if (typeof url !== 'string' || url === '') {
      throw new ApiFailure(`Error: errCode: -503001  | errMsg: ${String(found?.errMsg ?? 'file not exist')}`);
    }
    await cross(host, context.signal);
    const answer = await exchange({ method: 'GET', url, headers: {}, timeout: 0, signal: context.signal });
    const tempFilePath = files.addTemporary(new Uint8Array(answer.body), extensionFor(url, answer));
    return { tempFilePath, statusCode: answer.status };
  }

  const cloud: Api = {
    init: () => {
      enabled = true;
    },
    callFunction: cloudApi(
      host,
      'callFunction',
      whenEnabled(async (options) => {
        const name = requiredText(options, 'name');
        const { result, requestID } = await json('/client/call', { name, data: options.data ?? {} });
        return { result, requestID };
      }),
    ),
    getTempFileURL: cloudApi(
      host,
      'getTempFileURL',
      whenEnabled(async (options) => ({ fileList: await temporaryUrls(host, fileIds(options)) })),
    ),
    database: databaseApi(host, () => enabled),
    uploadFile: transfer(host, 'uploadFile', whenEnabled(upload)),
    downloadFile: transfer(host, 'downloadFile', whenEnabled(download)),
  };
  for (const name of UNSUPPORTED) cloud[name] = reject(host, `cloud.${name}`);
  return { cloud: named(host, 'wx.cloud', cloud) };
}

/** `fileList` holds ids, or records that name an id and how long its address should live. */
function fileIds({ fileList }: Options): string[] {
  if (!Array.isArray(fileList)) throw new ApiFailure('parameter error: parameter.fileList should be Array');
  return fileList.map((item: unknown) => (isRecord(item) ? String(item.fileID) : String(item)));
}

/** As `asyncApi`, but a promise of the cloud is rejected with an Error that carries errCode and errMsg. */
function cloudApi(host: Host, name: string, work: Work): (given?: unknown) => Promise<Result> | undefined {
  const api = asyncApi(host, `cloud.${name}`, work);
  return (given) =>
    api(given)?.catch((failure: Result) => {
      throw Object.assign(new Error(String(failure.errMsg)), failure);
    });
}

/** With callbacks it answers a task, without them a promise. */
function transfer(
  host: Host,
  name: string,
  work: (options: Options, context: TaskContext) => Promise<Result>,
): (given?: unknown) => unknown {
  const task = taskApi(host, `cloud.${name}`, work);
  const unwatched: TaskContext = {
    signal: new AbortController().signal,
    headers: () => undefined,
    progress: () => undefined,
  };
  const promise = cloudApi(host, name, (options) => work(options, unwatched));
  return (given) => (isRecord(given) && hasCallbacks(given) ? task(given) : promise(given));
}
