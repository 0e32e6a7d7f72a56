/** `asking`: the server is making it; `failed` stays until the next press. */
export type AloudState = 'idle' | 'asking' | 'playing' | 'failed';

export interface AloudLook {
  word: string;
  icon: 'sound' | 'stop-circle';
  /** What follows under the button: the words while they are said, or that it failed; '' for nothing. */
  note: string;
}

/** Said when the sound came and this phone cannot play it. */
export const UNPLAYABLE = '这会儿放不出来，字都在这一页上';

/** @param words what is being said @param trouble why nothing is to be heard */
export function aloudLook(state: AloudState, words: string, trouble: string): AloudLook {
  switch (state) {
    case 'idle':
      return { word: '念给我听', icon: 'sound', note: '' };
    case 'asking':
      return { word: '停', icon: 'stop-circle', note: '这就念' };
    case 'playing':
      return { word: '停', icon: 'stop-circle', note: words };
    case 'failed':
      return { word: '念给我听', icon: 'sound', note: trouble };
  }
}
