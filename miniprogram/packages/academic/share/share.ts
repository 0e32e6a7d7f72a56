import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { ofDraft, sentFrom } from '../../../api/sheet';
import { shown } from '../../../api/show';
import type { ResourceLine } from '../../../contract/sharing';
import { knownCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { namesIn, resourceName, shareParts } from './share.view';

const EMPTY = { ownerOrg: '', sharedWith: '' };

/** 资源共享 (S7): whose teaching points and teachers they are, who else may use them. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    parts: [] as ReturnType<typeof shareParts>,
    canShare: false,
    title: '',
    form: EMPTY,
    wrong: '',
    news: '',
    busy: false,
  },
  items: [] as ResourceLine[],
  chosen: null as ResourceLine | null,
  draft: draftOf('share', EMPTY),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { items, canShare } = await call('resource.list', {});
      this.items = items;
      this.setData({ state: 'ready', parts: shareParts(items, knownCommunities()), canShare });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onLine(event: WechatMiniprogram.TouchEvent) {
    if (!this.data.canShare) return;
    const { id } = event.currentTarget.dataset;
    this.chosen = this.items.find((one) => one.id === id) ?? null;
    if (this.chosen === null) return;
    const { ownerOrg, sharedWith } = this.chosen;
    const title = resourceName(this.chosen, this.items, knownCommunities());
    this.draft = draftOf(`share:${id}`, { ownerOrg, sharedWith: sharedWith.join('、') });
    this.setData({ title, form: this.draft.read(), wrong: '', news: '' });
  },
  onText(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    const form = this.draft.keep({ [event.currentTarget.dataset.field]: event.detail.value });
    this.setData({ form, wrong: '' });
  },
  onClose() {
    this.setData({ title: '', wrong: '' });
  },
  async onStore() {
    const { chosen } = this;
    if (chosen === null) return;
    const { ownerOrg, sharedWith } = this.data.form;
    const input = {
      kind: chosen.kind,
      id: chosen.id,
      ownerOrg: ownerOrg.trim(),
      sharedWith: namesIn(sharedWith),
    };
    const after = await sentFrom(this, ofDraft(this.draft), (rid) => call('resource.share', input, { rid }));
    if (after === null) return;
    this.items = this.items.map((one) => (one.id === after.id ? after : one));
    this.setData({ parts: shareParts(this.items, knownCommunities()), title: '', news: '记下了' });
  },
});
