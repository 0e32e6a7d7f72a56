import { type Api, asyncApi, asyncApis, type Options, type Result } from '../api';
import type { Kit } from '../kit';
import { reject } from '../unsupported';
import { fileOperations, type Operation } from './operations';
import { missing } from './store';

/** The Sync forms: how their positional arguments are named, and which part of the result they answer. */
const SYNC: Record<string, { args: string[]; answer?: string }> = {
  access: { args: ['path'] },
  appendFile: { args: ['filePath', 'data', 'encoding'] },
  copyFile: { args: ['srcPath', 'destPath'] },
  mkdir: { args: ['dirPath', 'recursive'] },
  readdir: { args: ['dirPath'], answer: 'files' },
  readFile: { args: ['filePath', 'encoding', 'position', 'length'], answer: 'data' },
  rename: { args: ['oldPath', 'newPath'] },
  rmdir: { args: ['dirPath', 'recursive'] },
  saveFile: { args: ['tempFilePath', 'filePath'], answer: 'savedFilePath' },
  stat: { args: ['path', 'recursive'], answer: 'stats' },
  truncate: { args: ['filePath', 'length'] },
  unlink: { args: ['filePath'] },
  writeFile: { args: ['filePath', 'data', 'encoding'] },
};

/** Documented, and not done by this phone: file descriptors and archives. */
const UNSUPPORTED = [
  'open',
  'openSync',
  'close',
  'closeSync',
  'read',
  'readSync',
  'write',
  'writeSync',
  'fstat',
  'fstatSync',
  'ftruncate',
  'ftruncateSync',
  'readZipEntry',
  'readCompressedFile',
  'readCompressedFileSync',
  'unzip',
];

/** wx.getFileSystemManager, and the file functions that wx has itself. */
export function fileApis(kit: Kit): Api {
  const { host, files } = kit;
  const operations: Record<string, Operation> = fileOperations(host, files);
  const manager: Api = asyncApis(host, operations);
  for (const [name, { args, answer }] of Object.entries(SYNC)) {
    const operation = operations[name];
    if (operation) manager[`${name}Sync`] = syncForm(`${name}Sync`, operation, args, answer);
  }
  for (const name of UNSUPPORTED) manager[name] = reject(host, `FileSystemManager.${name}`);

  const named = (name: string): [string, unknown] => [
    name,
    asyncApi(host, name, (options) => operations[name]?.(options)),
  ];
  return {
    getFileSystemManager: () => manager,
    createBufferURL: (buffer: ArrayBuffer) => URL.createObjectURL(new Blob([buffer])),
    revokeBufferURL: (address: string) => URL.revokeObjectURL(address),
    ...Object.fromEntries(['saveFile', 'getFileInfo', 'getSavedFileList', 'removeSavedFile'].map(named)),
    getSavedFileInfo: asyncApi(host, 'getSavedFileInfo', (options) => {
      const found = files.saved().find(({ path }) => path === options.filePath);
      if (!found) throw missing(String(options.filePath));
      return { size: found.size, createTime: Math.floor(found.modified / 1000) };
    }),
  };
}

function syncForm(name: string, operation: Operation, args: string[], answer: string | undefined): unknown {
  return (...given: unknown[]): unknown => {
    const options: Options = {};
    for (const [index, arg] of args.entries()) {
      if (given[index] !== undefined) options[arg] = given[index];
    }
    let result: Result | undefined;
    try {
      // Every operation that has a Sync form is synchronous; only `getFileInfo` is not, and has none.
      result = operation(options) as Result | undefined;
    } catch (error) {
      throw Object.assign(
        new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`),
        {
          errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
        },
      );
    }
    return answer === undefined ? undefined : result?.[answer];
  };
}
