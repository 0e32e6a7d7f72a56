import { COMFORT_PHONE } from '../../../config/counters';
import { ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { emergencyLook } from './emergency.view';

/**
 * 危急: danger does not queue (visual.md 12.5). Works without network and account. `?word=` is what was said.
 * Going back means: 不是急事, and everything that was typed or spoken is still there.
 */
Page({
  data: { ...look(), ...emergencyLook(''), comfort: COMFORT_PHONE ?? '', top: 0 },

  onLoad(query: Record<string, string | undefined>) {
    const capsule = wx.getMenuButtonBoundingClientRect();
    this.setData({ ...emergencyLook(query.word ?? ''), top: capsule.bottom });
  },
  onShow() {
    this.setData(look());
  },
  onRing(event: WechatMiniprogram.TouchEvent) {
    ring(String(event.currentTarget.dataset.phone));
  },
  async onBack() {
    await back();
  },
});
