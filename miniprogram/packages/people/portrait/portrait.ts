import { call, newRid } from '../../../api/call';
import { uploadPicture } from '../../../api/cloud';
import { saysOf } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { PortraitView } from '../../../contract/portrait';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { pickPhoto } from '../../../device/pick-photo';
import { type PortraitLook, portraitLook } from './portrait.view';

/** 上门名片: what a household sees of who comes. Everything on it is given freely (workflows 2.2, G4). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    says: '',
    view: null as PortraitLook | null,
    rings: [
      { value: 'yes', title: '给' },
      { value: 'no', title: '不给' },
    ],
    consenting: false,
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    try {
      this.show(await call('portrait.get', {}));
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state: 'error', offline, says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: PortraitView) {
    this.setData({ state: 'ready', view: portraitLook(view) });
  },

  /** The picture is asked about by itself, each time (rules.md 4.2). */
  onPut() {
    if (!this.data.busy) this.setData({ consenting: true, news: '' });
  },
  onNo() {
    this.setData({ consenting: false });
  },
  async onYes() {
    this.setData({ consenting: false });
    const path = await pickPhoto();
    if (path === '' || this.data.busy) return;
    const rid = newRid();
    await this.change('传上来了，核对完人家就看得到', async () => {
      const picture = await uploadPicture('portraits', path, rid).catch(() => null);
      return picture === null ? null : call('portrait.put', { picture }, { rid });
    });
  },
  async onRemove() {
    if (!(await ask('把照片撤下？撤了就删掉，照样上门', '撤下', '留着'))) return;
    await this.change('撤下了，删掉了', () => call('portrait.remove', {}, { rid: newRid() }));
  },
  async onProfile() {
    await open('/packages/people/profile/profile');
  },
  async onRings(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const rings = event.detail.value === 'yes';
    const said = rings ? '请您帮忙的人家能打给您了' : '不再给人家电话了';
    await this.change(said, () => call('portrait.ring', { rings }, { rid: newRid() }));
  },
  async change(said: string, work: () => Promise<PortraitView | null>) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const view = await work();
      if (view === null) this.setData({ news: '照片没传上，网好一点再选一回', newsTone: 'rust' });
      else {
        this.show(view);
        this.setData({ news: said, newsTone: 'pine' });
      }
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
