import { call, serverNow } from '../../../api/call';
import { readInto } from '../../../api/desk-page';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import type { ScheduleChoices, ScheduleCommand, ScheduleView } from '../../../contract/schedule';
import { look } from '../../../device/look';
import { back, open } from '../../../device/open';
import type { Way } from '../components/move/move.view';
import { type ClassLook, classLook, DONE, type HostChoice, hostChoices } from './class.view';

/** Another day is found and given in a part of its own (`components/move`), a change of more in 排一节课. */
type Given = Exclude<ScheduleCommand, 'draft' | 'postpone' | 'republish'>;

/** One class on its way: reviewed, published, moved, called off. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ClassLook | null,
    /** The command that asks for more: a reason, a name. */
    sheet: '' as Given | '',
    reason: '',
    /** Its id while it is laid down on another day. */
    moving: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
    hosts: [] as HostChoice[],
    hostId: '',
  },
  id: '',
  sheet: null as ScheduleView | null,
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
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
    await readInto(this, call('session.sheet', { id: this.id }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: ScheduleView) {
    this.sheet = view;
    this.setData({
      state: 'ready',
      view: classLook(view, serverNow()),
    });
  },
  async onMain() {
    const main = this.data.view?.main ?? '';
    if (main !== '') await this.go(main);
  },
  async onOther(event: WechatMiniprogram.TouchEvent) {
    // The dataset holds a command of the view.
    await this.go(event.currentTarget.dataset.command as ScheduleCommand);
  },
  async go(command: ScheduleCommand) {
    if (command === 'draft' && this.data.view?.passed !== true) await this.onArrange();
    else if (command === 'draft' || command === 'postpone' || command === 'republish')
      this.setData({ moving: this.id, news: '' });
    else if (command === 'hand_over') await this.onHosts();
    else if (command === 'submit' || command === 'approve' || command === 'publish' || command === 'open')
      await this.give(command);
    else this.setData({ sheet: command, wrong: '', reason: '' });
  },
  /** Everything of it, not its day alone. */
  async onArrange() {
    this.setData({ moving: '' });
    await open(`/packages/academic/arrange/arrange?id=${this.id}`);
  },
  onLaidDown() {
    this.setData({ moving: '' });
  },
  async onMoved(event: WechatMiniprogram.CustomEvent<{ way: Exclude<Way, ''> }>) {
    await this.load();
    this.setData({ moving: '', news: DONE[event.detail.way], newsTone: 'pine' });
  },
  /** Who can host is asked for when the sheet opens: somebody may have been named a minute ago. */
  async onHosts() {
    try {
      const { hosts }: ScheduleChoices = await call('session.choices', {});
      const hostId = this.sheet?.draft.hostId ?? '';
      this.setData({ sheet: 'hand_over', wrong: '', hosts: hostChoices(hosts), hostId });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    }
  },
  async onHandOver() {
    if (this.data.hostId === (this.sheet?.draft.hostId ?? ''))
      this.setData({ wrong: '还是原来那位，挑另一位' });
    else await this.give('hand_over');
  },
  onClose() {
    this.setData({ sheet: '', wrong: '' });
  },
  onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { field } = event.currentTarget.dataset;
    this.setData({ [field]: event.detail.value, wrong: '' });
  },
  async onGive() {
    const { sheet, reason } = this.data;
    if (sheet === '') return;
    if (reason.trim() === '') this.setData({ wrong: '写一句缘由' });
    else await this.give(sheet);
  },
  send(command: Given, rid: string): Promise<unknown> {
    const id = this.id;
    const reason = this.data.reason.trim();
    switch (command) {
      case 'return':
      case 'cancel':
        return call(`session.${command}`, { id, reason }, { rid });
      case 'hand_over':
        return call(
          'session.hand_over',
          { id, from: this.sheet?.draft.hostId ?? null, to: this.data.hostId || null },
          { rid },
        );
      default:
        return call(`session.${command}`, { id }, { rid });
    }
  },
  async give(command: Given) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '', wrong: '' });
    try {
      await this.send(command, this.intention.rid());
      this.intention.answered();
      await this.load();
      this.setData({ sheet: '', news: DONE[command], newsTone: 'pine' });
      // What came of it is said at the top, the button stands at the foot of a long page.
      await wx.pageScrollTo({ scrollTop: 0 });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        this.intention.answered();
        // Another at the office was first: what stands there now is shown behind the sheet.
        if (failure.code === 'STALE') await this.load();
      }
      this.setData({ wrong: saysOf(failure), news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onRoster() {
    await open(`/packages/office/console/console?id=${this.id}`);
  },
  async onPage() {
    await open(`/packages/school/session/session?id=${this.id}`);
  },
  async onBack() {
    await back('/pages/me/me');
  },
});
