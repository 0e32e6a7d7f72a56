import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { WalkView } from '../../../contract/route';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { back, open } from '../../../device/open';
import { type WalkLook, walkLook } from './walk.view';

const EMPTY = { reason: '' };

/** One walk, for the group and for who answers. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as WalkLook | null,
    declining: false,
    reason: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  id: '',
  excuse: draftOf('walk:decline', EMPTY),
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    // Why one walk is declined is not why another is.
    this.excuse = draftOf(`walk:decline:${this.id}`, EMPTY);
    this.setData({ reason: this.excuse.read().reason });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('walk.get', { id: this.id });
      this.draw(output);
    });
  },
  draw(walk: WalkView) {
    this.setData({ state: 'ready', view: walkLook(walk, serverNow()) });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async give(command: () => Promise<WalkView>, done: string) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      this.draw(await command());
      this.intention.answered();
      this.setData({ news: done, newsTone: 'pine', declining: false });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        this.intention.answered();
        await this.load();
      }
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onConfirm() {
    await this.give(
      () => call('walk.confirm', { id: this.id }, { rid: this.intention.rid() }),
      '答应了，告诉他们了',
    );
  },
  onDeclining() {
    this.setData({ declining: !this.data.declining });
  },
  onReason(event: WechatMiniprogram.Input) {
    this.excuse.keep({ reason: event.detail.value });
    this.setData({ reason: event.detail.value });
  },
  async onDecline() {
    const { reason } = this.data;
    await this.give(async () => {
      const walk = await call('walk.decline', { id: this.id, reason }, { rid: this.intention.rid() });
      this.excuse.drop();
      return walk;
    }, '说好了，告诉他们了');
  },
  async onCancel() {
    if (!(await ask('不去了？地方让给别人', '不去了', '还去'))) return;
    await this.give(
      () => call('walk.cancel', { id: this.id }, { rid: this.intention.rid() }),
      '说好了，地方让出来了',
    );
  },
  async onAgain() {
    await open(this.data.view?.againLink ?? '');
  },
  async onBack() {
    await back('/pages/school/school');
  },
});
