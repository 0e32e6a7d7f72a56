import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import { copy } from '../../../device/copy';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { sheetLink } from '../../../lib/paper-link';
import { type CertificateLook, certificateLook } from './certificate.view';

/** A certificate of one's own, to be shown, kept as a picture, or printed at the counter. `?id=` of the activity. */
Page({
  data: {
    ...look(),
    printLink: '',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as CertificateLook | null,
    news: '',
  },
  id: '',
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.setData({ printLink: sheetLink('certificate', this.id) });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('hours.certificate', { id: this.id });
      this.setData({ state: 'ready', view: certificateLook(output) });
    } catch (failure) {
      const { state, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: '服务队还没认这回时长，认了就有证明' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onCopy() {
    const { view } = this.data;
    if (view === null) return;
    const text = `志愿服务证明\n编号 ${view.no}\n${view.text}\n出具单位：${view.issuer}\n${view.date}`;
    this.setData({ news: (await copy(text)) ? '字抄好了' : '没抄成，截个图也行' });
  },
  async onBack() {
    await back('/pages/service/service');
  },
});
