/**
 * A sheet from the bottom. Put it inside the page's .page view, outside .rs-body.
 *   open · title · elder: it is there at once instead of sliding in · bind:close (the cross or the mask) · slot: the content
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
    elder: { type: Boolean, value: false },
  },
  methods: {
    onClose() {
      this.triggerEvent('close');
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
  },
});
