import { randomUUID } from 'node:crypto';
import { CloudError } from '../errors';
import { FILES_PER_REQUEST, TEMP_URL_SECONDS } from '../limits';
import { checkedPath } from '../storage/addresses';
import { type Action, list, optionalText, record } from './action';
import type { Parts } from './parts';

const part = 'storage';
/** An upload must begin within this many seconds of asking for its address. */
const UPLOAD_SECONDS = 900;

/** Where a browser or the SDK would put a file. */
export function uploadAddress(path: string, { addresses, place }: Parts): string {
  const origin = place().adminUrl.replace(/\/admin$/, '');
  return `${origin}/upload/${encodeURIComponent(path)}?${addresses.sign('put', path, UPLOAD_SECONDS)}`;
}

export interface TempUrl {
  fileID: string;
  code: string;
  tempFileURL: string;
  maxAge: number;
}

/** @param encode whether the address is for use as it is; the SDK encodes the others itself. */
export async function tempUrl(
  fileID: string,
  maxAge: unknown,
  encode: boolean,
  parts: Parts,
): Promise<TempUrl> {
  const asked = typeof maxAge === 'number' && maxAge > 0 ? maxAge : TEMP_URL_SECONDS;
  const seconds = Math.min(asked, TEMP_URL_SECONDS);
  const path = parts.addresses.pathOf(fileID);
  if (path === undefined || !(await parts.files.has(path))) {
    return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge: seconds };
  }
  const origin = parts.place().adminUrl.replace(/\/admin$/, '');
  const shown = encode ? path.split('/').map(encodeURIComponent).join('/') : path;
  const query = parts.addresses.sign('get', path, seconds);
  return { fileID, code: 'SUCCESS', tempFileURL: `${origin}/files/${shown}?${query}`, maxAge: seconds };
}

interface Copied {
  fileId?: string;
  code: string;
  message?: string;
}

async function copy(file: Record<string, unknown>, { files, addresses }: Parts): Promise<Copied> {
  const source = checkedPath(file.src_path);
  const target = checkedPath(file.dst_path);
  const content = await files.read(source);
  if (!content) return { code: 'STORAGE_FILE_NONEXIST', message: `${source} does not exist` };
  if (file.overwrite === false && (await files.has(target))) {
    return { code: 'STORAGE_REQUEST_FAIL', message: `${target} exists` };
  }
  await files.write({ ...content, path: target });
  if (file.remove_original === true) await files.remove(source);
  return { code: 'SUCCESS', fileId: addresses.fileId(target) };
}

export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': {
    part,
    run(parameters, parts) {
      const path = checkedPath(parameters.path);
      const data = {
        url: uploadAddress(path, parts),
        token: 'local',
        authorization: 'local',
        fileId: parts.addresses.fileId(path),
        cosFileId: randomUUID(),
      };
      return { fields: { data } };
    },
  },
  'storage.batchGetDownloadUrl': {
    part,
    async run(parameters, parts) {
      const asked = list(parameters, 'file_list', FILES_PER_REQUEST).map(record);
      const found = asked.map((file) =>
        tempUrl(String(file.fileid), file.max_age, file.url_type === 'COS_URL', parts),
      );
      return { fields: { data: { download_list: await Promise.all(found) } } };
    },
  },
  'storage.batchDeleteFile': {
    part,
    async run(parameters, { addresses, files }) {
      const removed = list(parameters, 'fileid_list', FILES_PER_REQUEST).map(async (fileID) => {
        const path = addresses.pathOf(String(fileID));
        const there = path !== undefined && (await files.remove(path));
        return { fileID, code: there ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
      });
      return { fields: { data: { delete_list: await Promise.all(removed) } } };
    },
  },
  'storage.batchCopyFile': {
    part,
    async run(parameters, parts) {
      const copied: Copied[] = [];
      // One after the other: a later entry may name the target of an earlier one.
      for (const file of list(parameters, 'file_list', FILES_PER_REQUEST))
        copied.push(await copy(record(file), parts));
      return { fields: { data: { copy_list: copied } } };
    },
  },
  'storage.getFileAuthority': {
    part,
    async run(parameters, { addresses, files }) {
      if (!optionalText(parameters, 'openId') && !optionalText(parameters, 'uid')) {
        throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'there is no user');
      }
      const asked = list(parameters, 'fileList', FILES_PER_REQUEST).map(record);
      const data = asked.map(async (file) => {
        const given = String(file.path);
        const path = addresses.pathOf(given) ?? given;
        const cosFileId = (await files.has(path)) ? addresses.fileId(path) : '';
        return { path: given, cosFileId, read: cosFileId !== '' };
      });
      return { fields: { data: await Promise.all(data) } };
    },
  },
};
