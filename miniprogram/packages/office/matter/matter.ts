import { call, newRid } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { ofForm } from '../../../api/sheet';
import { troubleOf } from '../../../api/trouble';
import { LIMITS } from '../../../contract/limits';
import type { RequestCommand } from '../../../contract/request-states';
import type { RequestView } from '../../../contract/service';
import { ask, ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { back, open, pageBelow } from '../../../device/open';
import { COMMAND_FORMS } from '../../../lib/command-form';
import { paperLink } from '../../../lib/paper-link';
import { roomLeft } from '../../../lib/text';
import { filledIn, handOn } from './handing-on';
import {
  type Form,
  goneWords,
  type HelperLine,
  helperLine,
  isNodding,
  type MatterLook,
  wayBack,
} from './matter.view';
import { inputOf, NOTHING, orderOf, type Written } from './written';

/** One matter on the desk: heard, put into words, handed on (visual.md 12.10). `?id=` */
Page({
  data: {
    ...look(),
    printLink: '',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    way: '',
    view: null as MatterLook | null,
    written: NOTHING,
    room: '',
    helpers: [] as HelperLine[],
    helper: '',
    helperSheet: false,
    sheet: '' as RequestCommand | '',
    busy: false,
    trouble: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    unfolded: false,
    most: LIMITS.publicText,
  },
  id: '',
  form: '' as Form,
  view: null as RequestView | null,
  draft: draftOf('matter:', NOTHING) as Draft<Written>,
  sending: ofForm(intention()),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.setData({ printLink: paperLink('request', this.id), way: wayBack(pageBelow()) });
    this.draft = draftOf(`matter:${this.id}`, NOTHING);
    this.setData({ news: query.news === undefined ? '' : decodeURIComponent(query.news) });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      this.show(await call('request.get', { id: this.id }));
      await this.findHelpers();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      const below = pageBelow();
      const over = state === 'empty' && isNodding(below);
      if (over && failure instanceof Refused)
        this.setData({
          state,
          offline,
          view: null,
          sheet: '',
          news: '',
          gone: goneWords(below, failure.code, says),
        });
      else if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: RequestView) {
    this.view = view;
    this.setData(filledIn(view, this.form, this.draft.read()));
  },
  async onWay({ detail }: WechatMiniprogram.CustomEvent<{ value: Form }>) {
    this.form = detail.value;
    if (this.view !== null) this.show(this.view);
    await this.findHelpers();
  },
  async findHelpers() {
    if (this.data.view?.form !== 'dispatch') return;
    const { items } = await call('desk.helpers', { id: this.id });
    const helpers = items.map(helperLine);
    const chosen = this.data.written.helperId || (helpers[0]?.id ?? '');
    this.setData({
      helpers,
      written: { ...this.data.written, helperId: chosen },
      helper: helpers.find(({ id }) => id === chosen)?.name ?? '',
    });
  },

  keep(change: Partial<Written>) {
    const written = { ...this.data.written, ...change };
    this.draft.keep(written);
    this.setData({ written, wrong: '', trouble: '', room: roomLeft(written.publicText, LIMITS.publicText) });
  },
  onTitle({ detail }: WechatMiniprogram.Input) {
    this.keep({ title: detail.value });
  },
  onPublic({ detail }: WechatMiniprogram.Input) {
    this.keep({ publicText: detail.value });
  },
  onCategory(event: WechatMiniprogram.TouchEvent) {
    this.keep({ category: String(event.currentTarget.dataset.value) });
  },
  onTier(event: WechatMiniprogram.TouchEvent) {
    this.keep({ tier: String(event.currentTarget.dataset.value) });
  },
  onHelpers() {
    this.setData({ helperSheet: true });
  },
  onHelpersClose() {
    this.setData({ helperSheet: false });
  },
  onHelper(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset;
    this.keep({ helperId: String(id) });
    this.setData({ helper: String(name), helperSheet: false });
  },

  async onMain() {
    const { written, view } = this.data;
    const order = orderOf(view?.form ?? '', written, { id: this.id, ...this.fresh() });
    if ('missing' in order) this.setData({ wrong: order.missing, trouble: order.says });
    else if (order.command === 'publish')
      await handOn(this, '贴上墙了', order.meant, (rid) => call('request.publish', order.input, { rid }));
    else await handOn(this, '派下去了', order.meant, (rid) => call('request.dispatch', order.input, { rid }));
  },

  /** What the forms are filled in from. */
  fresh(): { seen?: number } {
    return this.view === null ? {} : { seen: this.view.history.length };
  },
  onAside(event: WechatMiniprogram.TouchEvent) {
    // The page draws these from `asides`.
    const command = event.currentTarget.dataset.command as RequestCommand;
    const before = this.draft.read();
    this.setData({
      sheet: command,
      trouble: '',
      written: { ...this.data.written, values: before.command === command ? before.values : {} },
    });
  },
  onTyped({ detail }: WechatMiniprogram.CustomEvent<{ values: Record<string, string> }>) {
    this.draft.keep({ ...this.draft.read(), command: this.data.sheet, values: detail.values });
  },
  onClose() {
    this.setData({ sheet: '', trouble: '' });
  },
  async onSubmit({ detail }: WechatMiniprogram.CustomEvent<{ input: Record<string, unknown> }>) {
    const { sheet } = this.data;
    if (sheet === '') return;
    const input = inputOf(this.id, sheet, detail.input, this.fresh());
    // Every command of a matter answers with the matter.
    const send = (rid: string) => call(`request.${sheet}`, input, { rid }) as Promise<RequestView>;
    await handOn(this, COMMAND_FORMS[sheet].word, { ...input, seen: 0 }, send);
  },
  async onMerge(event: WechatMiniprogram.TouchEvent) {
    const into = String(event.currentTarget.dataset.id);
    if (!this.data.view?.canMerge) await open(`/packages/office/matter/matter?id=${into}`);
    else if (await ask('并到那件里一起办？这边就收了', '并到一起', '先不并')) {
      const input = { id: this.id, into, ...this.fresh() };
      await handOn(this, '并到一起了', { into }, (rid) => call('request.merge', input, { rid }));
    }
  },

  async onTag({ detail }: WechatMiniprogram.SwitchChange) {
    try {
      const campaign = detail.value ? 'real_deeds' : null;
      this.show(await call('request.tag', { id: this.id, campaign }, { rid: newRid() }));
      this.setData({ news: detail.value ? '打上标了' : '标摘下来了', newsTone: 'pine' });
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    }
  },
  onVouched({ detail }: WechatMiniprogram.CustomEvent<{ view: RequestView; news: string }>) {
    this.show(detail.view);
    this.setData({ news: detail.news, newsTone: 'pine' });
  },
  async onPhone() {
    try {
      const { value } = await call('request.reveal', { id: this.id, field: 'phone' }, { rid: newRid() });
      if (value === '') this.setData({ news: '没留电话', newsTone: 'rust' });
      else ring(value);
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    }
  },
  onUnfold() {
    this.setData({ unfolded: !this.data.unfolded });
  },
  async onBack() {
    await back('/pages/me/me');
  },
});
