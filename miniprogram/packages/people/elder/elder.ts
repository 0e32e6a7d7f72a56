import { call, Refused, serverNow } from '../../../api/call';
import { shownOrSaid } from '../../../api/own-page';
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
    const read = async () => {
      const output = await call('family.matters', { personId: this.personId });
      const view = elderLook(output, serverNow());
      const empty = view.open.length + view.ended.length === 0;
      this.setData({ view, state: empty ? 'empty' : 'ready' });
    };
    await shownOrSaid(this, read, (failure) => ({
      failTitle: failure instanceof Refused ? '已经解除了，看不到了' : '没取出来',
    }));
  },
  async onSpeak() {
    const name = encodeURIComponent(this.data.view.name);
    await open(`/packages/service/say/say?for=bound&person=${this.personId}&name=${name}`);
  },
});
