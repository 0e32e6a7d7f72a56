import type { GeneralComponent } from '../../runtime/easel.js';
import type { Host } from '../../runtime/host.js';

/**
 * A URL that the browser can load for the `src` of a component: paths of the project, temporary files, web
 * addresses, data and file ids of the cloud. Rejects when the cloud does not know a file id.
 */
export function loadable(host: Host, component: GeneralComponent, source: string): string | Promise<string> {
  if (source.startsWith('cloud://')) return cloudAddress(host, source);
  return host.resolveAsset(source, component.ownerShadowRoot?.getHostNode().is);
}

interface TemporaryUrls {
  fileList?: { tempFileURL?: string; errMsg?: string }[];
}

const addresses = new Map<string, Promise<string>>();

function cloudAddress(host: Host, fileId: string): Promise<string> {
  const known = addresses.get(fileId) ?? askCloud(host, fileId);
  addresses.set(fileId, known);
  known.catch(() => addresses.delete(fileId));
  return known;
}

async function askCloud(host: Host, fileId: string): Promise<string> {
  if (host.boot.cloud === '') throw new Error(`no cloud is connected for ${fileId}`);
  const reply = await fetch(`${host.boot.cloud}/client/temp-url`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-session': host.boot.session },
    body: JSON.stringify({ fileList: [fileId] }),
  });
  // The gateway's answer, as agreed with the stand-in.
  const { fileList } = (await reply.json()) as TemporaryUrls;
  const found = fileList?.[0];
  if (!found?.tempFileURL) throw new Error(found?.errMsg ?? `${fileId} does not exist`);
  return found.tempFileURL;
}
