import { call } from './call';
import { uploadRecording } from './cloud';
import { Refused, Unreachable } from './failures';
import { storage } from './storage';

const KEY = 'hears';

/** Whether the operator has switched speech to text on, as 首页 has last heard it from the server. */
export function rememberHearing(on: boolean): void {
  storage.write(KEY, on);
}

export function canHear(): boolean {
  return storage.read(KEY) === true;
}

/**
 * The words of a recording that will be handed in under this rid; '' when nothing was understood, or when
 * there is no network now: the recording itself goes up all the same, later.
 */
export async function hear(path: string, rid: string): Promise<string> {
  try {
    const fileId = await uploadRecording(path, rid);
    const { words } = await call('speech.hear', { fileId });
    return words;
  } catch (failure) {
    if (failure instanceof Refused || failure instanceof Unreachable || isUpload(failure)) return '';
    throw failure;
  }
}

/** WeChat rejects an upload with an object that has `errMsg`. */
function isUpload(failure: unknown): boolean {
  return typeof failure === 'object' && failure !== null && 'errMsg' in failure;
}
