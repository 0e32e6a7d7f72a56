import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import { troubleOf } from '../../../api/trouble';
import type { MatterSubject } from '../../../contract/governance';
import type { Post } from '../../../contract/words';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { matterLine, type OfficeLine } from '../lib/governance-line';
import {
  type CommitteeLook,
  committeeLook,
  missing,
  NOTHING,
  POST_CHOICES,
  PROPOSE_KINDS,
  type Proposing,
} from './matters.view';

const proposing = draftOf<Proposing>('matter:propose', NOTHING);

/** 校务委员会 (S26): who sits in it, what waits for a signature, what was decided. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    committee: null as CommitteeLook | null,
    open: [] as OfficeLine[],
    ended: [] as OfficeLine[],
    canPropose: false,
    kinds: PROPOSE_KINDS,
    posts: POST_CHOICES,
    /** The member whose post is being chosen, '' for none. */
    posting: '',
    postNow: 'member' as Post,
    sheet: false,
    form: proposing.read(),
    subjects: [] as { value: string; title: string }[],
    subjectsEmpty: '',
    wrong: '',
    busy: false,
    news: '',
  },
  subjects: [] as { subject: MatterSubject; title: string }[],
  intention: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await shown(this, async () => {
      const [committee, list] = await Promise.all([call('committee.get', {}), call('matter.list', {})]);
      const now = serverNow();
      this.setData({
        state: 'ready',
        committee: committeeLook(committee),
        open: list.open.map((card) => matterLine(card, now)),
        ended: list.ended.map((card) => matterLine(card, now)),
        canPropose: list.canPropose,
      });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },

  onMember(event: WechatMiniprogram.TouchEvent) {
    if (this.data.committee?.canPost !== true) return;
    const { id, post } = event.currentTarget.dataset;
    this.setData({ posting: String(id), postNow: post, wrong: '' });
  },
  async onPost(event: WechatMiniprogram.CustomEvent<{ value: Post }>) {
    const { posting } = this.data;
    if (this.data.busy || posting === '') return;
    this.setData({ busy: true, wrong: '' });
    try {
      const post = event.detail.value;
      const view = await call('committee.post', { id: posting, post }, { rid: this.intention.rid() });
      this.intention.answered();
      this.setData({ committee: committeeLook(view), posting: '', news: '记下了' });
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  fail(failure: unknown) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) {
      this.intention.answered();
      proposing.renew();
    }
    this.setData({ wrong: saysOf(failure) });
  },
  onClose() {
    this.setData({ posting: '', sheet: false, wrong: '' });
  },

  async onPropose() {
    this.setData({ sheet: true, wrong: '', news: '' });
    if (this.data.form.kind !== '') await this.fetchSubjects(this.data.form.kind);
  },
  async onKind(event: WechatMiniprogram.CustomEvent<{ value: 'faculty' | 'takedown' }>) {
    this.keep({ kind: event.detail.value, subject: '' });
    await this.fetchSubjects(event.detail.value);
  },
  async fetchSubjects(kind: 'faculty' | 'takedown') {
    try {
      const { items } = await call('matter.subjects', { kind });
      this.subjects = items;
      this.setData({
        subjects: items.map(({ subject, title }) => ({ value: subject.id, title })),
        subjectsEmpty: items.length > 0 ? '' : kind === 'faculty' ? '讲师都聘过了' : '眼下没有公开的',
      });
    } catch (failure) {
      this.setData({ wrong: troubleOf(failure).says });
    }
  },
  keep(change: Partial<Proposing>) {
    if (this.data.wrong !== '') proposing.renew();
    this.setData({ form: proposing.keep(change), wrong: '' });
  },
  onSubject(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ subject: event.detail.value });
  },
  onWords(event: WechatMiniprogram.Input) {
    this.keep({ words: event.detail.value });
  },
  async onSend() {
    const form = proposing.read();
    const wrong = missing(form);
    const found = this.subjects.find(({ subject }) => subject.id === form.subject);
    if (wrong !== '' || form.kind === '' || found === undefined) {
      this.setData({ wrong: wrong || '挑的这个不在了，另挑一个' });
      return;
    }
    if (this.data.busy) return;
    this.setData({ busy: true, wrong: '' });
    try {
      const input = { kind: form.kind, subject: found.subject, words: form.words.trim() };
      const { id } = await call('matter.propose', input, { rid: proposing.rid() });
      proposing.drop();
      this.setData({ sheet: false, form: NOTHING });
      await open(`/packages/academic/matter/matter?id=${id}`);
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
});
