import { load } from '../../../../api/cache';
import { call, Refused, saysOf, serverNow, Unreachable } from '../../../../api/call';
import { intention } from '../../../../api/intention';
import type { RoundtableView } from '../../../../contract/roundtable';
import { open } from '../../../../device/open';
import { type DecisionLine, decisionLine } from './roundtable.view';

/** One page shows one table. */
const giving = intention();

/**
 * 圆桌: what became of what was agreed last time, and what was agreed at this table (S52). The page stands
 * without it.
 *   session: id of a class · before: echoes that were typed before tables had their decisions · elder
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    session: { type: String, value: '' },
    before: { type: Array, value: [] as { text: string; icon: string; tone: string }[] },
    elder: { type: Boolean, value: false },
  },
  data: {
    echoes: [] as DecisionLine[],
    decisions: [] as DecisionLine[],
    explaining: '',
    words: '',
    trouble: '',
    busy: false,
  },
  lifetimes: {
    attached() {
      void this.read();
    },
  },
  pageLifetimes: {
    show() {
      void this.read();
    },
  },
  methods: {
    async read() {
      if (this.data.session === '') return;
      try {
        this.show((await load('roundtable.get', { id: this.data.session })).output);
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      }
    },
    show({ echoes, decisions }: RoundtableView) {
      const lines = (list: RoundtableView['echoes']) => list.map((view) => decisionLine(view, serverNow()));
      this.setData({ echoes: lines(echoes), decisions: lines(decisions) });
    },
    async give(send: (rid: string) => Promise<RoundtableView>) {
      if (this.data.busy) return;
      this.setData({ busy: true, trouble: '' });
      try {
        await send(giving.rid());
        giving.answered();
        this.setData({ explaining: '', words: '' });
        await this.read();
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        if (failure instanceof Refused) giving.answered();
        this.setData({ trouble: saysOf(failure) });
      } finally {
        this.setData({ busy: false });
      }
    },
    async onAnswer(event: WechatMiniprogram.TouchEvent) {
      const { id, yes } = event.currentTarget.dataset;
      await this.give((rid) => call('decision.answer', { id: String(id), yes: yes === true }, { rid }));
    },
    onExplain(event: WechatMiniprogram.TouchEvent) {
      this.setData({ explaining: String(event.currentTarget.dataset.id), words: '', trouble: '' });
    },
    onWords(event: WechatMiniprogram.Input) {
      this.setData({ words: event.detail.value });
    },
    onClose() {
      this.setData({ explaining: '' });
    },
    async onSay() {
      const { explaining, words } = this.data;
      if (words.trim() !== '')
        await this.give((rid) => call('decision.explain', { id: explaining, words: words.trim() }, { rid }));
    },
    async onLink(event: WechatMiniprogram.TouchEvent) {
      await open(String(event.currentTarget.dataset.link));
    },
  },
});
