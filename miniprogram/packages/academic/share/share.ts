import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { saysOf } from '../../../api/failures';
import { ofDraft, rereadIfStale, sentFrom } from '../../../api/sheet';
import { shown } from '../../../api/show';
import type { ResourceLine } from '../../../contract/sharing';
import { knownCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { clashIn, ontoNow } from '../../../lib/begun';
import { formOf, LABELS, NOTHING_WRITTEN, namesIn, resourceName, shareParts } from './share.view';

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
    form: NOTHING_WRITTEN.form,
    wrong: '',
    news: '',
    busy: false,
  },
  items: [] as ResourceLine[],
  chosen: null as ResourceLine | null,
  draft: draftOf('share', NOTHING_WRITTEN),
  /** What the fields began with: what stood there when it was last read. */
  from: NOTHING_WRITTEN.form,
  /** What somebody else has written otherwise meanwhile, in words. */
  clash: '',

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { items, canShare } = await call('resource.list', {});
      this.items = items;
      this.setData({ state: 'ready', parts: shareParts(items, knownCommunities()), canShare });
      const open = this.chosen && items.find(({ id }) => id === this.chosen?.id);
      if (open) this.fill(open);
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onLine(event: WechatMiniprogram.TouchEvent) {
    if (!this.data.canShare) return;
    const { id } = event.currentTarget.dataset;
    const chosen = this.items.find((one) => one.id === id);
    if (chosen === undefined) return;
    this.draft = draftOf(`share:${id}`, NOTHING_WRITTEN);
    this.setData({ title: resourceName(chosen, this.items, knownCommunities()), news: '' });
    this.fill(chosen);
  },
  /** The form: what was written here, over what stands there now. */
  fill(line: ResourceLine) {
    this.chosen = line;
    const begun = this.draft.read();
    this.from = formOf(line);
    this.clash = clashIn(begun, this.from, LABELS)?.says ?? '';
    this.setData({ form: ontoNow(begun, this.from), wrong: this.clash });
  },
  onText(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    const form = { ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value };
    this.draft.keep({ form, from: this.from });
    this.setData({ form, wrong: '' });
  },
  onClose() {
    this.chosen = null;
    this.setData({ title: '', wrong: '' });
  },
  async onStore() {
    const { chosen } = this;
    if (chosen === null) return;
    const { ownerOrg, sharedWith } = this.data.form;
    const input = {
      kind: chosen.kind,
      id: chosen.id,
      version: chosen.version,
      ownerOrg: ownerOrg.trim(),
      sharedWith: namesIn(sharedWith),
    };
    const share = (rid: string) => call('resource.share', input, { rid });
    const send = rereadIfStale(share, () => this.load());
    const after = await sentFrom(this, ofDraft(this.draft), send, (failure) => this.clash || saysOf(failure));
    if (after === null) return;
    this.items = this.items.map((one) => (one.id === after.id ? after : one));
    this.chosen = null;
    this.setData({ parts: shareParts(this.items, knownCommunities()), title: '', news: '记下了' });
  },
});
