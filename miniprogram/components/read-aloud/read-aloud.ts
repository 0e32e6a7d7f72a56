import { type Aloud, hasVoice, readAloud } from '../../api/aloud';
import { Refused, saysOf, Unreachable } from '../../api/failures';
import { writeFile } from '../../device/document';
import { play, stopPlaying } from '../../device/player';
import { type AloudState, aloudLook, UNPLAYABLE } from './read-aloud.view';

/** A player may keep what it has read under a name: the next sound gets another one, and few are kept. */
const NAMES = 4;
let next = 0;

/**
 * 念给我听 · 停: the essential sentence of a page, said by the operator's voice; draws nothing where there is none.
 *   about: 'home' | 'request' | 'session' · subject: id of the matter or class
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    about: { type: String, value: 'home' },
    subject: { type: String, value: '' },
  },
  data: { on: false, state: 'idle' as AloudState, ...aloudLook('idle', '', '') },
  lifetimes: {
    attached() {
      this.setData({ on: hasVoice() });
    },
    detached() {
      this.stop();
    },
  },
  pageLifetimes: {
    show() {
      this.setData({ on: hasVoice() });
    },
    hide() {
      this.stop();
    },
  },
  methods: {
    show(state: AloudState, words = '', trouble = '') {
      this.setData({ state, ...aloudLook(state, words, trouble) });
    },
    stop() {
      const { state } = this.data;
      if (state === 'playing') stopPlaying();
      else if (state === 'asking') this.show('idle');
    },
    async onTap() {
      if (this.data.state === 'asking' || this.data.state === 'playing') this.stop();
      else await this.begin();
    },
    async begin() {
      this.show('asking');
      try {
        // The pages name one of these.
        const { words, audio } = await readAloud(this.data.about as Aloud, this.data.subject);
        next = (next + 1) % NAMES;
        const path = await writeFile(`aloud-${next}.mp3`, wx.base64ToArrayBuffer(audio));
        // Stopped or left meanwhile: silence was asked for.
        if (this.data.state !== 'asking') return;
        play(path, (failed) => this.show(failed ? 'failed' : 'idle', '', UNPLAYABLE));
        this.show('playing', words);
      } catch (failure) {
        if (this.data.state === 'asking') this.show('failed', '', troubleOf(failure));
        if (!(failure instanceof Refused || failure instanceof Unreachable || isFile(failure))) throw failure;
      }
    },
  },
});

function troubleOf(failure: unknown): string {
  return isFile(failure) ? UNPLAYABLE : saysOf(failure);
}

/** WeChat rejects the writing of a file, on a phone without room, with an object that has `errMsg`. */
function isFile(failure: unknown): boolean {
  return typeof failure === 'object' && failure !== null && 'errMsg' in failure;
}
