/**
 * What happened, newest first: a red seed for now, grey ones for before.
 *   lines: TimelineLine[] from lib/timeline.ts (`timeline(view.history, now)`)
 *   elder: only the newest, with 看前几天
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    lines: { type: Array, value: [] as { key: string; text: string; note: string }[] },
    elder: { type: Boolean, value: false },
  },
  data: { unfolded: false },
  methods: {
    onUnfold() {
      this.setData({ unfolded: true });
    },
  },
});
