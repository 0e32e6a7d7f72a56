import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { ontoNow } from '../../../lib/begun';
import {
  categoriesOf,
  clashOf,
  formOf,
  inputOf,
  type KeepForm,
  missingIn,
  NEW_ITEM,
  NOTHING_KEPT,
} from './keep.view';

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
  /** What the fields began with: a new item's, or what stood there when it was last read. */
  from: NEW_ITEM,
  draft: draftOf('keep', NOTHING_KEPT),

  async onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? null;
    this.draft = draftOf(`keep:${query.id ?? ''}`, NOTHING_KEPT);
    wx.setNavigationBarTitle({ title: this.id === null ? '添一项' : '改一项' });
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async load() {
    const { id } = this;
    if (id === null) return this.show(this.draft.read().form);
    await shown(this, async () => {
      const view = await call('catalogue.get', { id });
      const begun = this.draft.read();
      this.version = view.version;
      this.from = formOf(view);
      this.show(ontoNow(begun, this.from));
      const clash = clashOf(begun, this.from);
      if (clash !== null) this.setData(clash);
    });
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
    const form = { ...this.data.form, ...change };
    this.draft.keep({ form, from: this.from });
    this.show(form);
    this.setData({ wrong: '', trouble: '' });
  },
  onField(event: WechatMiniprogram.Input) {
    this.keep({ [String(event.currentTarget.dataset.field)]: event.detail.value });
  },
  onCategory(event: WechatMiniprogram.TouchEvent) {
    this.keep({ category: String(event.currentTarget.dataset.value) });
  },
  /** What is wrong is said at the top, the button stands at the foot of a long page. */
  async say(wrong: { wrong: string; trouble: string }) {
    this.setData(wrong);
    await wx.pageScrollTo({ scrollTop: 0 });
  },
  async onSave() {
    const { form, busy } = this.data;
    const wrong = missingIn(form);
    if (busy) return;
    if (wrong !== '') return this.say({ wrong, trouble: '还差一样，标红的地方' });
    this.setData({ busy: true, trouble: '' });
    try {
      const input = { id: this.id, version: this.version, ...inputOf(form) };
      await call('catalogue.put', input, { rid: this.draft.rid() });
      this.draft.drop();
      await back('/packages/service/catalogue/catalogue');
    } catch (failure) {
      const refused = failure instanceof Refused ? failure : null;
      if (refused !== null) this.draft.renew();
      // Somebody was faster: theirs comes in, one's own words stay in the fields; said once it is so.
      if (refused?.code === 'STALE') await this.load();
      const { trouble, wrong: field } = this.data;
      await this.say(
        trouble === ''
          ? { trouble: saysOf(failure), wrong: refused?.field ?? '' }
          : { trouble, wrong: field },
      );
    } finally {
      this.setData({ busy: false });
    }
  },
});
