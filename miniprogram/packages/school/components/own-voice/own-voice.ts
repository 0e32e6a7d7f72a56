/**
 * Said instead of tapped: recorded, heard before it is sent, taken away again. The microphone comes with a tap,
 * so that the page keeps one red button.
 *   src: path or url of what was said, '' for nothing yet · seconds
 *   bind:said → detail { path (temporary), seconds } · bind:unsaid · bind:open → detail { open }: the microphone stands there
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    src: { type: String, value: '' },
    seconds: { type: Number, value: 0 },
  },
  data: { open: false },
  methods: {
    onOpen() {
      this.turn(!this.data.open);
    },
    turn(open: boolean) {
      this.setData({ open });
      this.triggerEvent('open', { open });
    },
    onDone({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
      this.turn(false);
      this.triggerEvent('said', detail);
    },
    onUnsaid() {
      this.triggerEvent('unsaid');
    },
  },
});
