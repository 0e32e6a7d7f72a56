import { type Aloud, hasVoice, readAloud } from '../../api/aloud';
import { Refused, saysOf, Unreachable } from '../../api/failures';
import { writeFile } from '../../device/document';
import { play, stopPlaying } from '../../device/player';
import { dropDanger, isFile, type KeptSound, keptDanger } from './kept';
import { type AloudState, aloudLook, UNPLAYABLE } from './read-aloud.view';

/** A player may keep what it has read under a name: the next sound gets another one, and few are kept. */
const NAMES = 4;
let next = 0;

/**
 * 念给我听 · 停: the essential sentence of a page, said by the operator's voice; draws nothing where there is none.
 *   about: one of `Aloud` · subject: id of the matter, the class or the community
 * In danger it says what the phone has kept, at once and without a network, and draws nothing where nothing was kept.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    about: { type: String, value: 'home' },
    subject: { type: String, value: '' },
    /** On the red of danger. */
    dark: { type: Boolean, value: false },
  },
  data: { on: false, state: 'idle' as AloudState, ...aloudLook('idle', '', '') },
  lifetimes: {
    attached() {
      this.offer();
    },
    detached() {
      this.stop();
    },
  },
  pageLifetimes: {
    show() {
      this.offer();
    },
    hide() {
      this.stop();
    },
  },
  methods: {
    offer() {
      this.setData({ on: this.data.about === 'danger' ? keptDanger() !== null : hasVoice() });
    },
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
        const about = this.data.about as Aloud;
        const kept = about === 'danger' ? keptDanger() : null;
        const { words, path } = kept ?? (await fetched(about, this.data.subject));
        // Stopped or left meanwhile: silence was asked for.
        if (this.data.state !== 'asking') return;
        play(path, (failed) => {
          if (failed && kept !== null) dropDanger();
          this.show(failed ? 'failed' : 'idle', '', UNPLAYABLE);
        });
        this.show('playing', words);
      } catch (failure) {
        if (this.data.state === 'asking') this.show('failed', '', troubleOf(failure));
        if (!(failure instanceof Refused || failure instanceof Unreachable || isFile(failure))) throw failure;
      }
    },
  },
});

async function fetched(about: Aloud, subject: string): Promise<KeptSound> {
  const { words, audio } = await readAloud(about, subject);
  next = (next + 1) % NAMES;
  return { words, path: await writeFile(`aloud-${next}.mp3`, wx.base64ToArrayBuffer(audio)) };
}

function troubleOf(failure: unknown): string {
  return isFile(failure) ? UNPLAYABLE : saysOf(failure);
}
