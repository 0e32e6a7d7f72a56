/**
 * A question with two to five answers as cards; nothing is chosen beforehand unless `value` says so.
 *   label: the question, for a screen reader · items: { value, title, text? }[] · value
 *   columns: 1 | 2 (two equal short answers)
 *   bind:choose → detail { value }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    label: { type: String, value: '' },
    items: { type: Array, value: [] as { value: string; title: string; text?: string }[] },
    value: { type: String, value: '' },
    columns: { type: Number, value: 1 },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { value: event.currentTarget.dataset.value });
    },
  },
});
