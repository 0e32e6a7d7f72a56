/**
 * A sheet from the bottom. Put it inside the page's .page view, outside .rs-body.
 *   open · title · bind:close (the cross or the mask) · slot: the content
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
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
