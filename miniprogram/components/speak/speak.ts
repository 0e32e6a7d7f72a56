import {
  abandonRecording,
  mayRecord,
  startRecording,
  stopRecording,
  type TakeFailure,
} from '../../api/recorder';
import { LIMITS } from '../../contract/limits';

const FAILED: Record<TakeFailure, string> = {
  refused: '不给麦克风也行，打字或打电话都能办',
  short: '没听清，不要紧。按住，说完再松手',
  broken: '这会儿录不了，打字或打电话都能办',
};

/**
 * The microphone: hold and speak, or tap to start and tap to stop.
 *   word: under the microphone while idle · disabled
 *   bind:start · bind:done → detail { path (temporary), seconds } · bind:fail → detail { why, says }
 * The refusal is shown here as well; the page only has to offer 打字说 and 打电话说.
 */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  properties: {
    word: { type: String, value: '按住说话' },
    disabled: { type: Boolean, value: false },
  },
  data: {
    recording: false,
    seconds: 0,
    hint: '',
    most: LIMITS.audioSeconds,
    waves: Array.from({ length: 20 }, (_, index) => index),
    _timer: 0,
    _held: false,
    /** Leave is asked for, or the microphone is about to record. */
    _beginning: false,
  },
  lifetimes: {
    detached() {
      this.leave();
    },
  },
  pageLifetimes: {
    hide() {
      this.leave();
    },
  },
  methods: {
    async onHold() {
      this.setData({ _held: true });
      await this.begin();
    },
    onRelease() {
      if (!this.data._held) return;
      this.setData({ _held: false });
      if (this.data.recording) stopRecording();
    },
    async onTap() {
      if (this.data.recording) stopRecording();
      else await this.begin();
    },
    async begin() {
      const { disabled, recording, _beginning, _held: byHolding } = this.data;
      if (disabled || recording || _beginning) return;
      this.setData({ _beginning: true });
      const allowed = await mayRecord();
      if (!allowed) return this.failed('refused');
      // WeChat's question took the finger off the glass, or the page was left: the permission is there, the words are not yet.
      if (!this.data._beginning || (byHolding && !this.data._held)) return this.settle('好了，按住再说一遍');
      startRecording({
        began: () => this.began(byHolding),
        taken: (take) => this.taken(take),
        failed: (why) => this.failed(why),
      });
    },
    /** Nobody speaks before it records: the waves and the seconds begin with the recording. */
    began(byHolding: boolean) {
      wx.vibrateShort({ type: 'light' });
      this.setData({ _beginning: false, recording: true, seconds: 0, hint: '' });
      this.setData({ _timer: setInterval(() => this.setData({ seconds: this.data.seconds + 1 }), 1000) });
      this.triggerEvent('start');
      // Let go before it began: that was a slip of the finger.
      if (byHolding && !this.data._held) stopRecording();
    },
    taken(take: { path: string; seconds: number }) {
      this.settle('');
      this.triggerEvent('done', take);
    },
    failed(why: TakeFailure) {
      this.settle(FAILED[why]);
      this.triggerEvent('fail', { why, says: FAILED[why] });
    },
    settle(hint: string) {
      clearInterval(this.data._timer);
      if (this.data.recording) wx.vibrateShort({ type: 'light' });
      this.setData({ _beginning: false, recording: false, hint });
    },
    leave() {
      if (!this.data.recording && !this.data._beginning) return;
      abandonRecording();
      this.settle('');
    },
  },
});
