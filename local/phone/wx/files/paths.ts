/** The three kinds of local paths of WeChat; anything else is a file of the package. */
export const USER_DATA_PATH = 'wxfile://usr';
const TEMPORARY = 'wxfile://tmp_';
const SAVED = 'wxfile://store_';

type PathKind = 'user' | 'temporary' | 'saved' | 'package';

export function kindOf(path: string): PathKind {
  if (path === USER_DATA_PATH || path.startsWith(`${USER_DATA_PATH}/`)) return 'user';
  if (path.startsWith(TEMPORARY)) return 'temporary';
  if (path.startsWith(SAVED)) return 'saved';
  return 'package';
}

/** A path of the user's folder without doubled or closing slashes, `.` and `..`. */
export function normalize(path: string): string {
  if (kindOf(path) !== 'user') return path;
  const parts: string[] = [];
  for (const part of path.slice(USER_DATA_PATH.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return [USER_DATA_PATH, ...parts].join('/');
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

function unique(prefix: string, extension: string): string {
  const name = `${prefix}${crypto.randomUUID().replaceAll('-', '')}`;
  return extension === '' ? name : `${name}.${extension}`;
}

export const temporaryPath = (extension: string): string => unique(TEMPORARY, extension);
export const savedPath = (extension: string): string => unique(SAVED, extension);
