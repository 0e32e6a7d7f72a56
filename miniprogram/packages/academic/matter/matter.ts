import { call, serverNow } from '../../../api/call';
import { giveFrom, readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import type { MatterView } from '../../../contract/governance';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type MatterLook, matterLook } from './matter.view';

const EMPTY = { word: '' };
type Form = 'disagree' | 'amend' | 'withdraw';

/** One matter of the committee: read, sign for oneself, see what came of it (S26). `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as MatterLook | null,
    sheet: '' as '' | Form,
    titles: { disagree: '不同意，为啥', amend: '改个说法', withdraw: '不提了，为啥' },
    word: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  id: '',
  draft: draftOf('matter', EMPTY),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`matter:${this.id}`, EMPTY);
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load(): Promise<void> {
    await readInto(this, call('matter.get', { id: this.id }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: MatterView) {
    this.setData({ state: 'ready', view: matterLook(view, serverNow()) });
  },
  async onSubject() {
    await open(this.data.view?.link ?? '');
  },
  async onAgree() {
    await this.give((rid) => this.sign(true, '', rid), '签上了');
  },
  onForm(event: WechatMiniprogram.TouchEvent) {
    const sheet: Form = event.currentTarget.dataset.form;
    const word = this.draft.read().word || (sheet === 'amend' ? (this.data.view?.words ?? '') : '');
    this.setData({ sheet, word, wrong: '' });
  },
  onDisagree() {
    this.setData({ sheet: 'disagree', word: this.draft.read().word, wrong: '' });
  },
  onWord(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    this.setData({ word: this.draft.keep({ word: event.detail.value }).word, wrong: '' });
  },
  onClose() {
    this.setData({ sheet: '', wrong: '' });
  },
  async onHandIn() {
    const { sheet } = this.data;
    const word = this.data.word.trim();
    if (word === '') {
      this.setData({ wrong: '写一句' });
      return;
    }
    const { id } = this;
    if (sheet === 'disagree') await this.give((rid) => this.sign(false, word, rid), '签上了，您的话留着');
    if (sheet === 'amend')
      await this.give((rid) => call('matter.amend', { id, words: word }, { rid }), '改了，请委员重新看');
    if (sheet === 'withdraw')
      await this.give((rid) => call('matter.withdraw', { id, reason: word }, { rid }), '好，不提了');
  },
  sign(agrees: boolean, word: string, rid: string): Promise<MatterView> {
    return call('matter.sign', { id: this.id, round: this.data.view?.round ?? 1, agrees, word }, { rid });
  },
  async give(command: (rid: string) => Promise<MatterView>, done: string) {
    await giveFrom(this, command, done, { sheet: '', word: '' });
    // What came of it is said at the top, the button stands at the foot of a long page.
    await wx.pageScrollTo({ scrollTop: 0 });
  },
});
