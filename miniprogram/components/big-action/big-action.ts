/**
 * The bar at the bottom with the one red button. Put it last inside .rs-body: it brings its own room.
 *   word · icon · busy: 正在交……, the second tap does nothing · busy-word · disabled
 *   second: word of an outline button at the left ('' for none) · second-icon · note: one line above
 *   look: 'solid' | 'outline', where the page has its red button elsewhere
 *   elder: one button in the bar; the second one then stands on the page above it
 *   voice: the line for 投诉建议 above it (default true) · about: one of the reader's matters that it may be about
 *   bind:press · bind:second
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    word: { type: String, value: '' },
    icon: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    busyWord: { type: String, value: '正在交……' },
    disabled: { type: Boolean, value: false },
    second: { type: String, value: '' },
    secondIcon: { type: String, value: '' },
    note: { type: String, value: '' },
    elder: { type: Boolean, value: false },
    look: { type: String, value: 'solid' },
    voice: { type: Boolean, value: true },
    about: { type: String, value: '' },
  },
  methods: {
    onPress() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('press');
    },
    onSecond() {
      if (!this.data.busy) this.triggerEvent('second');
    },
  },
});
