import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { categoriesOf, formOf, inputOf, type KeepForm, missingIn, NEW_ITEM } from './keep.view';

/** An item of the catalogue, written or changed by who keeps it. `?id=`, without it a new one. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    form: { ...NEW_ITEM },
    categories: categoriesOf(''),
    wrong: '',
    trouble: '',
    busy: false,
  },
  id: null as string | null,
  version: 0,
  draft: draftOf<KeepForm>('keep', NEW_ITEM),

  async onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? null;
    this.draft = draftOf<KeepForm>(`keep:${query.id ?? ''}`, NEW_ITEM);
    wx.setNavigationBarTitle({ title: this.id === null ? '添一项' : '改一项' });
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async load() {
    if (this.id === null) return this.show(this.draft.read());
    try {
      const view = await call('catalogue.get', { id: this.id });
      this.version = view.version;
      const begun = this.draft.read();
      this.show(begun.title === '' ? this.draft.keep(formOf(view)) : begun);
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(form: KeepForm) {
    this.setData({ state: 'ready', form, categories: categoriesOf(form.category) });
  },
  keep(change: Partial<KeepForm>) {
    if (this.data.trouble !== '') this.draft.renew();
    this.show(this.draft.keep(change));
    this.setData({ wrong: '', trouble: '' });
  },
  onField(event: WechatMiniprogram.Input) {
    this.keep({ [String(event.currentTarget.dataset.field)]: event.detail.value });
  },
  onCategory(event: WechatMiniprogram.TouchEvent) {
    this.keep({ category: String(event.currentTarget.dataset.value) });
  },
  async onSave() {
    const { form, busy } = this.data;
    const wrong = missingIn(form);
    if (busy) return;
    if (wrong !== '') return this.setData({ wrong, trouble: '还差一样，标红的地方' });
    this.setData({ busy: true, trouble: '' });
    try {
      const input = { id: this.id, version: this.version, ...inputOf(form) };
      await call('catalogue.put', input, { rid: this.draft.rid() });
      this.draft.drop();
      await back('/packages/service/catalogue/catalogue');
    } catch (failure) {
      this.setData({
        trouble: saysOf(failure),
        wrong: failure instanceof Refused ? (failure.field ?? '') : '',
      });
      // Somebody was faster: theirs is shown, one's own words stay in the fields.
      if (failure instanceof Refused && failure.code === 'STALE' && this.id !== null)
        this.version = (await call('catalogue.get', { id: this.id })).version;
    } finally {
      this.setData({ busy: false });
    }
  },
});
