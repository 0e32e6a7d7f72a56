import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { uploadPicture } from '../../../api/cloud';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { outbox } from '../../../api/outbox';
import { troubleOf } from '../../../api/trouble';
import type { InputOf } from '../../../contract/actions';
import type { RequestCommand } from '../../../contract/request-states';
import type { RequestView } from '../../../contract/service';
import { ask, ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { pickPhoto } from '../../../device/pick-photo';
import { COMMAND_FORMS } from '../../../lib/command-form';
import { paperLink } from '../../../lib/paper-link';
import { dayTime } from '../../../lib/time';
import { type TaskLook, taskLook } from './task.view';

/** One matter in hand: knock, do, say one sentence (visual.md 12.9). `?id=` Works without a network. */
Page({
  data: {
    ...look(),
    printLink: '',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    seen: '',
    view: null as TaskLook | null,
    sheet: '' as RequestCommand | '',
    typed: {} as Record<string, string>,
    departments: [] as { id: string; name: string }[],
    busy: false,
    trouble: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'frost' | 'rust',
    door: '',
    pickUp: '',
    appealing: false,
    plea: '',
    unfolded: false,
  },
  id: '',
  pleading: draftOf('plea:', { plea: '' }),
  draft: draftOf('task:', { command: '', values: {} as Record<string, string> }) as Draft<{
    command: string;
    values: Record<string, string>;
  }>,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.setData({ printLink: paperLink('request', this.id) });
    this.pleading = draftOf(`plea:${this.id}`, { plea: '' });
    this.draft = draftOf(`task:${this.id}`, { command: '', values: {} });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const { output, seenAt } = await load('request.get', { id: this.id });
      this.show(output);
      this.setData({
        seen:
          seenAt === null ? '' : `现在没网，照样能记，回头自己传。这是${dayTime(seenAt, serverNow())}的样子`,
      });
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
    this.setData({ state: 'ready', view: taskLook(view, serverNow()) });
  },

  async onMain() {
    const main = this.data.view?.main ?? '';
    if (main !== '') await this.begin(main);
  },
  async onOther(event: WechatMiniprogram.TouchEvent) {
    // The page draws these from `others`.
    await this.begin(event.currentTarget.dataset.command as RequestCommand);
  },
  async begin(command: RequestCommand) {
    if (COMMAND_FORMS[command].fields.length === 0) {
      await this.give(command, {});
      return;
    }
    const before = this.draft.read();
    const values = before.command === command ? before.values : {};
    if (command === 'whistle') await this.findDepartments();
    this.setData({ sheet: command, typed: values, trouble: '' });
  },
  async findDepartments() {
    try {
      const { output } = await load('desk.helpers', { id: this.id });
      this.setData({ departments: output.departments });
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    }
  },
  onTyped({ detail }: WechatMiniprogram.CustomEvent<{ values: Record<string, string> }>) {
    this.draft.keep({ command: this.data.sheet, values: detail.values });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  async onSubmit({ detail }: WechatMiniprogram.CustomEvent<{ input: Record<string, unknown> }>) {
    if (this.data.sheet !== '') await this.give(this.data.sheet, detail.input);
  },

  /** Kept on the phone first, then sent once; without a network it waits there. */
  async give(command: RequestCommand, fields: Record<string, unknown>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '', news: '' });
    const word = COMMAND_FORMS[command].word;
    try {
      const input = { id: this.id, ...fields } as InputOf<`request.${RequestCommand}`>;
      const posted = await outbox.post(`request.${command}`, input, {
        rid: this.draft.rid(),
        title: `${word}：${this.data.view?.title ?? ''}`,
      });
      this.draft.drop();
      this.setData({ sheet: '' });
      if (posted.waits) this.setData({ news: `没信号，照样记下了：${word}。回头自己传`, newsTone: 'frost' });
      else {
        this.show(posted.output);
        this.setData({ news: `记上了：${word}`, newsTone: 'pine' });
      }
      // What came of it is said at the top, the button stands at the foot of a long page.
      await wx.pageScrollTo({ scrollTop: 0 });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.draft.renew();
      this.setData(
        this.data.sheet === '' ? { news: saysOf(failure), newsTone: 'rust' } : { trouble: saysOf(failure) },
      );
      await this.load();
    } finally {
      this.setData({ busy: false });
    }
  },

  /** The door and the number one by one, each reading written down (visual.md section 14). */
  async onDoor() {
    const door = await this.reveal('door');
    if (door !== null) this.setData({ door: door === '' ? '没留门牌' : door });
  },
  async onPhone() {
    const phone = await this.reveal('phone');
    if (phone !== null && phone !== '') ring(phone);
  },
  async onPickUp() {
    const word = await this.reveal('pickup');
    if (word !== null) this.setData({ pickUp: `接送口令：${word}` });
  },
  /** A picture of the receipt, if they like: nothing waits for it (workflows 2.2). */
  async onReceipt() {
    const path = await pickPhoto();
    if (path !== '') await this.putReceipt((rid) => uploadPicture('receipts', path, rid));
  },
  async onReceiptGone() {
    if (await ask('把小票照片撤下？撤了就删掉', '撤下', '留着')) await this.putReceipt(async () => null);
  },
  async putReceipt(picture: (rid: string) => Promise<string | null>) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    const rid = newRid();
    const sent = await picture(rid).catch(() => '');
    try {
      if (sent === '') this.setData({ news: '照片没传上，网好一点再选一回', newsTone: 'rust' });
      else this.show(await call('request.receipt', { id: this.id, picture: sent }, { rid }));
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  onAppeal() {
    this.setData({ appealing: true, plea: this.pleading.read().plea, trouble: '' });
  },
  onAppealClose() {
    this.setData({ appealing: false });
  },
  onPlea({ detail }: WechatMiniprogram.TextareaInput) {
    if (this.data.trouble !== '') this.pleading.renew();
    this.setData({ plea: this.pleading.keep({ plea: detail.value }).plea, trouble: '' });
  },
  async onAppealSend() {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      await call('rating.appeal', { id: this.id, plea: this.data.plea.trim() }, { rid: this.pleading.rid() });
      this.pleading.drop();
      this.setData({ appealing: false, news: '交上去了，监督的同志看完告诉您', newsTone: 'pine' });
      await this.load();
    } catch (failure) {
      if (failure instanceof Refused) this.pleading.renew();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async reveal(field: 'door' | 'phone' | 'pickup'): Promise<string | null> {
    try {
      return (await call('request.reveal', { id: this.id, field }, { rid: newRid() })).value;
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
      return null;
    }
  },
  onUnfold() {
    this.setData({ unfolded: !this.data.unfolded });
  },
  async onBack() {
    await open('/packages/grid/board/board');
  },
});
