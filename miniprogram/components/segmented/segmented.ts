/**
 * Two to four exclusive views of one page.
 *   items: { value, word }[] · value: the chosen one
 *   bind:choose → detail { value }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    items: { type: Array, value: [] as { value: string; word: string }[] },
    value: { type: String, value: '' },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      const { value } = event.currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('choose', { value });
    },
  },
});
