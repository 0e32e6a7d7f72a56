/** The bar of 首页 with the mark (its page says "navigationStyle": "custom"); leaves the capsule free. */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { top: 0, height: 48 },
  lifetimes: {
    attached() {
      const capsule = wx.getMenuButtonBoundingClientRect();
      const { statusBarHeight } = wx.getWindowInfo();
      // The capsule sits in the middle of the bar: as much above it as below.
      const height = capsule.height + (capsule.top - statusBarHeight) * 2;
      this.setData({ top: statusBarHeight, height: Math.max(height, 44) });
    },
  },
});
