import type { Host } from '../../runtime/host';
import { ApiFailure, isRecord } from '../api';
import { callGateway } from './gateway';

/** Addresses of cloud files, asked of the stand-in. Answers what `wx.cloud.getTempFileURL` calls `fileList`. */
export async function temporaryUrls(host: Host, fileIds: string[]): Promise<Record<string, unknown>[]> {
  const reply = await callGateway(host, {
    path: '/client/temp-url',
    body: JSON.stringify({ fileList: fileIds }),
    contentType: 'application/json',
  });
  return Array.isArray(reply.fileList) ? reply.fileList.filter(isRecord) : [];
}

/** What the browser can load for any source that WeChat takes: local paths, addresses, cloud files. */
export async function addressOf(host: Host, source: string): Promise<string> {
  if (!source.startsWith('cloud://')) return host.resolveAsset(source);
  const [found] = await temporaryUrls(host, [source]);
  if (typeof found?.tempFileURL !== 'string' || found.tempFileURL === '') {
    throw new ApiFailure(`cloud file ${source}: ${String(found?.errMsg ?? 'file not exist')}`);
  }
  return found.tempFileURL;
}
