import { hasVoice, readAloud } from '../../api/aloud';
import { Refused, Unreachable } from '../../api/failures';
import { storage } from '../../api/storage';
import { writeFile } from '../../device/document';

/** In danger nobody waits for a voice, and there may be no network: its one sentence is on the phone beforehand. */
const KEY = 'aloud:danger';
const FILE = 'aloud-danger.mp3';

export interface KeptSound {
  words: string;
  path: string;
}

export function keptDanger(): KeptSound | null {
  const kept = storage.read(KEY);
  return hasVoice() && isKept(kept) ? kept : null;
}

/** Once for each phone, from where danger can be said next; without network or voice the page simply has no button. */
export async function keepDanger(): Promise<void> {
  if (!hasVoice() || isKept(storage.read(KEY))) return;
  try {
    const { words, audio } = await readAloud('danger', '');
    const path = await writeFile(FILE, wx.base64ToArrayBuffer(audio));
    storage.write(KEY, { words, path });
  } catch (failure) {
    if (!(failure instanceof Refused || failure instanceof Unreachable || isFile(failure))) throw failure;
  }
}

/** What cannot be played is fetched anew. */
export function dropDanger(): void {
  storage.remove(KEY);
}

/** WeChat rejects the writing of a file, on a phone without room, with an object that has `errMsg`. */
export function isFile(failure: unknown): boolean {
  return typeof failure === 'object' && failure !== null && 'errMsg' in failure;
}

/** Of the phone's storage, which an older version may have written. */
function isKept(value: unknown): value is KeptSound {
  return typeof value === 'object' && value !== null && 'words' in value && 'path' in value;
}
