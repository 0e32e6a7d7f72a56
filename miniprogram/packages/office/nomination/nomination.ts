import { call } from '../../../api/call';
import { giveFrom, readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import type { AwardView } from '../../../contract/award';
import { look } from '../../../device/look';
import { CRITERIA, type DeskCommand, FORMS, type NominationLook, nominationLook } from './nomination.view';

const EMPTY = { text: '', note: '', consent: '' };

/** One nomination at the desk of whose turn it is. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as NominationLook | null,
    criteria: CRITERIA,
    ways: [
      { value: 'spoken', title: '当面说的' },
      { value: 'paper', title: '签了字' },
    ],
    /** The command whose form is open, '' for none. */
    sheet: '' as '' | DeskCommand,
    title: '',
    asks: '',
    form: { ...EMPTY },
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  id: '',
  draft: draftOf('nomination', EMPTY),
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`nomination:${this.id}`, EMPTY);
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load(): Promise<void> {
    await readInto(this, call('award.get', { id: this.id }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: AwardView) {
    this.setData({ state: 'ready', view: nominationLook(view) });
  },
  async onMain() {
    const command = this.data.view?.main?.command;
    if (command !== undefined) await this.begin(command);
  },
  async onOther(event: WechatMiniprogram.TouchEvent) {
    await this.begin(event.currentTarget.dataset.command);
  },
  /** A command that asks for nothing is given at once. */
  async begin(command: DeskCommand) {
    const { word, asks } = FORMS[command];
    if (asks === '') await this.give(command);
    else this.setData({ sheet: command, title: word, asks, form: this.draft.read(), wrong: '' });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.data.wrong !== '') this.draft.renew();
    const form = this.draft.keep({ [event.currentTarget.dataset.field]: event.detail.value });
    this.setData({ form, wrong: '' });
  },
  async onHandIn() {
    const { sheet } = this.data;
    if (sheet !== '') await this.give(sheet);
  },
  async give(command: DeskCommand) {
    await giveFrom(this, (rid) => this.send(command, rid), `好了：${FORMS[command].word}`, { sheet: '' });
    // What came of it is said at the top, the button stands at the foot of a long page.
    await wx.pageScrollTo({ scrollTop: 0 });
  },
  send(command: DeskCommand, rid: string): Promise<AwardView> {
    const { id } = this;
    const { text, note, consent } = this.data.form;
    const intention = { rid };
    switch (command) {
      case 'take_up':
        return call('award.take_up', { id }, intention);
      case 'agree':
        return call('award.agree', { id }, intention);
      case 'verify':
        return call(
          'award.verify',
          { id, story: text, note, consent: consent === 'paper' ? 'paper' : 'spoken' },
          intention,
        );
      case 'turn_down':
        return call('award.turn_down', { id, reason: text }, intention);
      case 'disagree':
        return call('award.disagree', { id, reason: text }, intention);
      case 'reconsider':
        return call('award.reconsider', { id, note: text }, intention);
      case 'uphold':
        return call('award.uphold', { id, reason: text }, intention);
    }
  },
});
