/** What WeChat's FileSystemManager does, each function once; manager.ts gives it its two forms. */
import type { Host } from '../../runtime/host';
import { ApiFailure, type Options, type Result } from '../api';
import { flag, number, requiredText, text } from '../options';
import { fromBytes, toBytes } from './encoding';
import { readPackageFile } from './package-file';
import { kindOf, normalize } from './paths';
import { type Bytes, type FileStore, missing } from './store';

export type Operation = (options: Options) => Result | undefined | Promise<Result | undefined>;

/** Reads a local path of any kind. Throws ApiFailure when there is nothing. */
export function readAny(host: Host, files: FileStore, path: string): Bytes {
  return kindOf(path) === 'package' ? readPackageFile(host, path) : files.read(path);
}

export function fileOperations(host: Host, files: FileStore) {
  const filePath = (options: Options): string => requiredText(options, 'filePath');

  function truncate(path: string, length: number): void {
    const bytes = new Uint8Array(length);
    bytes.set(files.read(path).subarray(0, length));
    files.write(path, bytes);
  }

  return {
    access(options) {
      const path = requiredText(options, 'path');
      if (kindOf(path) === 'package') readPackageFile(host, path);
      else if (!files.stat(path)) throw missing(path);
      return undefined;
    },
    appendFile(options) {
      const before = files.read(filePath(options));
      files.write(filePath(options), joined(before, toBytes(options.data, options.encoding)));
      return undefined;
    },
    copyFile(options) {
      files.write(
        requiredText(options, 'destPath'),
        readAny(host, files, requiredText(options, 'srcPath')).slice(),
      );
      return undefined;
    },
    async getFileInfo(options) {
      const bytes = readAny(host, files, filePath(options));
      const algorithm = text(options, 'digestAlgorithm', 'sha1');
      // Browsers have no MD5, which is WeChat's default: the size is what programs ask for.
      if (options.digestAlgorithm === 'md5') throw new ApiFailure('md5 is not supported by this phone');
      const name = algorithm === 'sha256' ? 'SHA-256' : 'SHA-1';
      const digest = new Uint8Array(await crypto.subtle.digest(name, bytes));
      return { size: bytes.length, digest: fromBytes(digest, 'hex') };
    },
    getSavedFileList: () => ({
      fileList: files.saved().map(({ path, size, modified }) => ({
        filePath: path,
        size,
        createTime: Math.floor(modified / 1000),
      })),
    }),
    mkdir(options) {
      files.makeFolder(requiredText(options, 'dirPath'), flag(options, 'recursive'));
      return undefined;
    },
    readdir: (options) => ({ files: files.list(requiredText(options, 'dirPath')) }),
    readFile(options) {
      const bytes = readAny(host, files, filePath(options));
      const start = number(options, 'position', 0);
      const end = start + number(options, 'length', bytes.length - start);
      if (start < 0 || start > bytes.length || end > bytes.length) {
        throw new ApiFailure('the value of "position" or "length" is out of range', { errno: 1300201 });
      }
      return { data: fromBytes(bytes.subarray(start, end), options.encoding) };
    },
    removeSavedFile(options) {
      if (kindOf(filePath(options)) !== 'saved') throw missing(filePath(options));
      files.remove(filePath(options));
      return undefined;
    },
    rename(options) {
      files.rename(requiredText(options, 'oldPath'), requiredText(options, 'newPath'));
      return undefined;
    },
    rmdir(options) {
      files.removeFolder(requiredText(options, 'dirPath'), flag(options, 'recursive'));
      return undefined;
    },
    saveFile: (options) => ({
      savedFilePath: files.save(
        requiredText(options, 'tempFilePath'),
        options.filePath === undefined ? undefined : filePath(options),
      ),
    }),
    stat: (options) => ({ stats: stats(requiredText(options, 'path'), flag(options, 'recursive')) }),
    truncate(options) {
      truncate(filePath(options), number(options, 'length', 0));
      return undefined;
    },
    unlink(options) {
      files.remove(filePath(options));
      return undefined;
    },
    writeFile(options) {
      files.write(filePath(options), toBytes(options.data, options.encoding));
      return undefined;
    },
  } satisfies Record<string, Operation>;

  function stats(path: string, recursive: boolean): Stats | { path: string; stats: Stats }[] {
    if (kindOf(path) === 'package') return new Stats(readPackageFile(host, path).length, 0, false);
    const own = statsOf(path);
    if (!recursive || !own.isDirectory()) return own;
    const root = normalize(path);
    return [root, ...files.below(root)].map((each) => ({
      path: each.slice(root.length) || '/',
      stats: statsOf(each),
    }));
  }

  function statsOf(path: string): Stats {
    const found = files.stat(path);
    if (!found) throw missing(path);
    return new Stats(found.size, found.modified, found.folder);
  }
}

/** WeChat's Stats: times in seconds. */
class Stats {
  readonly mode: number;
  readonly size: number;
  readonly lastAccessedTime: number;
  readonly lastModifiedTime: number;

  constructor(size: number, modified: number, folder: boolean) {
    this.mode = folder ? 0o40755 : 0o100644;
    this.size = size;
    this.lastModifiedTime = Math.floor(modified / 1000);
    this.lastAccessedTime = this.lastModifiedTime;
  }

  isDirectory(): boolean {
    return (this.mode & 0o40000) !== 0;
  }

  isFile(): boolean {
    return !this.isDirectory();
  }
}

function joined(first: Bytes, second: Bytes): Bytes {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
