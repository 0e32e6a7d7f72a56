import { load } from '../../../api/cache';
import { shown } from '../../../api/show';
import type { Brand } from '../../../contract/words';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type BrandLook, brandLook, isBrand } from './brand.view';

/** A brand (S66, S69, S70): what the seed says of it, and the ways in. `?brand=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as BrandLook | null,
  },
  brand: 'brand_red_sesame' as Brand,
  onLoad(query: Record<string, string | undefined>) {
    this.brand = isBrand(query.brand) ? query.brand : 'brand_red_sesame';
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('brand.get', { brand: this.brand });
      const view = brandLook(output);
      this.setData({ state: 'ready', view });
      wx.setNavigationBarTitle({ title: view.title });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onCatalogue() {
    await open('/packages/service/catalogue/catalogue');
  },
});
