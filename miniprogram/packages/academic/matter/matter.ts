import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
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
  async load() {
    try {
      this.show(await call('matter.get', { id: this.id }));
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
    }
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
    if (this.data.busy) return;
    this.setData({ busy: true, wrong: '', news: '' });
    try {
      this.show(await command(this.draft.rid()));
      this.draft.drop();
      this.setData({ sheet: '', word: '', news: done, newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        this.draft.renew();
        await this.load();
      }
      this.setData({ wrong: saysOf(failure), news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
