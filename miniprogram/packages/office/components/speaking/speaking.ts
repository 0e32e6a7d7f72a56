import { type SpeakingLook, speakingLook } from './speaking.view';

const TICK_MS = 1_000;

/** 轮流说: a large quiet clock on the host's phone; it never makes a sound and can be put away. */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  data: { look: null as SpeakingLook | null, _since: 0, _timer: 0 },
  lifetimes: {
    detached() {
      clearInterval(this.data._timer);
    },
  },
  methods: {
    onNext() {
      clearInterval(this.data._timer);
      this.setData({ _since: Date.now() });
      this.draw();
      this.setData({ _timer: setInterval(() => this.draw(), TICK_MS) as unknown as number });
    },
    onOff() {
      clearInterval(this.data._timer);
      this.setData({ look: null });
    },
    draw() {
      this.setData({ look: speakingLook(this.data._since, Date.now()) });
    },
  },
});
