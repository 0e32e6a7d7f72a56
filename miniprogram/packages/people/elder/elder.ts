import { call, Refused, serverNow, Unreachable } from '../../../api/call';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { elderLook } from './elder.view';

const NOBODY = { name: '', sample: false, open: [], ended: [] };

/** Where an elder's matters stand, for a relative whom the elder agreed to. Never from a copy: unbound is unbound. */
Page({
  data: { ...look(), state: 'loading', offline: false, failTitle: '', view: elderLook(NOBODY, 0) },

  personId: '',

  onLoad(query: Record<string, string | undefined>) {
    this.personId = query.person ?? '';
  },
  async onShow() {
    this.setData(look());
    await this.refresh();
  },
  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },
  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },
  async refresh() {
    try {
      const output = await call('family.matters', { personId: this.personId });
      const view = elderLook(output, serverNow());
      const empty = view.open.length + view.ended.length === 0;
      this.setData({ view, state: empty ? 'empty' : 'ready' });
    } catch (failure) {
      this.setData({
        state: 'error',
        failTitle: failure instanceof Refused ? '已经解除了，看不到了' : '没取出来',
        offline: failure instanceof Unreachable && failure.reason === 'offline',
      });
    }
  },
  async onSpeak() {
    const name = encodeURIComponent(this.data.view.name);
    await open(`/packages/service/say/say?for=bound&person=${this.personId}&name=${name}`);
  },
});
