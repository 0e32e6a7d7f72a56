import { TABS, type Tab, tabsOf } from '../lib/tabs';

/** The tab bar: WeChat's own cannot grow in 大字版. Each tab page sets `chosen` by showTab(this, …). */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { chosen: 'home', elder: false, covered: false, tabs: tabsOf('home', false) },
  methods: {
    async onChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
      await wx.switchTab({ url: TABS[event.detail.value].url });
    },
  },
});
