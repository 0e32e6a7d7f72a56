import { call, newRid, serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { OutputOf } from '../../../contract/actions';
import { LIMITS } from '../../../contract/limits';
import type { RequestCommand } from '../../../contract/request-states';
import type { RequestView } from '../../../contract/service';
import type { Category, Tier } from '../../../contract/words';
import { ask, ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { COMMAND_FORMS } from '../../../lib/command-form';
import { paperLink } from '../../../lib/paper-link';
import { roomLeft } from '../../../lib/text';
import { type Form, type HelperLine, helperLine, type MatterLook, matterLook } from './matter.view';
import { inputOf, NOTHING, type Written } from './written';

/** One matter on the desk: heard, put into words, handed on (visual.md 12.10). `?id=` */
Page({
  data: {
    ...look(),
    printLink: '',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
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
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.setData({ printLink: paperLink('request', this.id) });
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
      if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: RequestView) {
    const written = this.draft.read();
    const filled = {
      ...written,
      title: written.title || view.title,
      category: written.category || (view.category ?? ''),
    };
    this.view = view;
    this.setData({ state: 'ready', view: matterLook(view, this.form, serverNow()), written: filled });
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
    const title = written.title.trim();
    if (title === '') return this.mark('title', '给这件事起个名');
    if (written.category === '') return this.mark('category', '选一选算哪类');
    // The chips carry the closed lists of the contract.
    const category = written.category as Category;
    if (view?.form === 'publish') {
      const publicText = written.publicText.trim();
      if (publicText === '') return this.mark('publicText', '写一句贴墙上的话');
      return this.handOn('贴上墙了', (rid) =>
        call('request.publish', { id: this.id, title, publicText, category, ...this.fresh() }, { rid }),
      );
    }
    if (written.tier === '') return this.mark('tier', '选一选急不急');
    if (written.helperId === '') return this.mark('helperId', '选一位来办');
    const tier = written.tier as Tier;
    return this.handOn('派下去了', (rid) =>
      call(
        'request.dispatch',
        { id: this.id, title, category, tier, helperId: written.helperId, ...this.fresh() },
        { rid },
      ),
    );
  },
  /** What this form was filled in from. */
  fresh(): { seen?: number } {
    return this.view === null ? {} : { seen: this.view.history.length };
  },
  mark(field: string, says: string) {
    this.setData({ wrong: field, trouble: says });
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
    const input = inputOf(this.id, sheet, detail.input);
    await this.handOn(
      COMMAND_FORMS[sheet].word,
      (rid) => call(`request.${sheet}`, input, { rid }) as Promise<RequestView>,
    );
  },
  async onMerge(event: WechatMiniprogram.TouchEvent) {
    const into = String(event.currentTarget.dataset.id);
    if (!this.data.view?.canMerge) await open(`/packages/office/matter/matter?id=${into}`);
    else if (await ask('并到那件里一起办？这边就收了', '并到一起', '先不并')) {
      await this.handOn('并到一起了', (rid) => call('request.merge', { id: this.id, into }, { rid }));
    }
  },

  /** Sends it, then opens the next one that waits. */
  async handOn(done: string, send: (rid: string) => Promise<OutputOf<'request.get'>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '', wrong: '', news: '' });
    try {
      const title = this.data.written.title || this.data.view?.title;
      const view = await send(this.intention.rid());
      this.intention.answered();
      this.draft.drop();
      this.setData({ sheet: '', written: NOTHING });
      await this.next(`${done}：${title ?? ''}`, view);
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({
        trouble: saysOf(failure),
        wrong: failure instanceof Refused ? (failure.field ?? '') : '',
      });
      if (failure instanceof Refused && (failure.code === 'NOT_NOW' || failure.code === 'STALE'))
        await this.load();
    } finally {
      this.setData({ busy: false });
    }
  },
  async next(news: string, view: RequestView) {
    const { waiting } = await call('desk.triage', { communityId: null }).catch(() => ({ waiting: [] }));
    const [other] = waiting.filter(({ id }) => id !== this.id);
    if (other === undefined) {
      this.show(view);
      this.setData({ news, newsTone: 'pine' });
    } else
      await wx.redirectTo({
        url: `/packages/office/matter/matter?id=${other.id}&news=${encodeURIComponent(`${news}。接着看这件`)}`,
      });
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
    await open('/packages/office/triage/triage');
  },
});
