import { play, stopPlaying } from '../../device/player';

/**
 * 听一遍 7 秒: a recording of this phone or one that the server gave a url for.
 *   src: path or url, '' draws nothing · seconds: its length, 0 when unknown
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    src: { type: String, value: '' },
    seconds: { type: Number, value: 0 },
  },
  data: { on: false, failed: false },
  lifetimes: {
    detached() {
      if (this.data.on) stopPlaying();
    },
  },
  pageLifetimes: {
    hide() {
      if (this.data.on) stopPlaying();
    },
  },
  methods: {
    onTap() {
      if (this.data.on) {
        stopPlaying();
        return;
      }
      this.setData({ on: true, failed: false });
      play(this.data.src, (failed) => this.setData({ on: false, failed }));
    },
  },
});
