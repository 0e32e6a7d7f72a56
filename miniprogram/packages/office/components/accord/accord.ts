import { call, Refused, saysOf, serverNow, Unreachable } from '../../../../api/call';
import { type Draft, draftOf } from '../../../../api/drafts';
import { intention } from '../../../../api/intention';
import type { RoundtableView } from '../../../../contract/roundtable';
import { ask } from '../../../../device/ask';
import { dayChoices } from '../../../../lib/time';
import { type AccordLine, accordLine, KINDS } from './accord.view';

interface Written {
  text: string;
  owner: string;
  due: number;
  kind: string;
  topic: number;
}
const EMPTY: Written = { text: '', owner: '', due: 0, kind: 'grid', topic: -1 };
const AHEAD = 10;
const withdrawing = intention();

function draftOfTable(session: string): Draft<Written> {
  return draftOf(`accord:${session}`, EMPTY);
}

/**
 * 议定单 on the host's console: what was agreed, who sees to it, until when. Draws nothing before the table
 * has begun.
 *   session: id of a class · elder
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { session: { type: String, value: '' }, elder: { type: Boolean, value: false } },
  data: {
    records: false,
    lines: [] as AccordLine[],
    owners: [] as { seat: string; name: string }[],
    topics: [] as string[],
    open: false,
    form: EMPTY,
    kinds: KINDS,
    days: [] as { at: number; word: string; date: string }[],
    ready: false,
    busy: false,
    trouble: '',
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
        this.show(await call('roundtable.get', { id: this.data.session }));
      } catch (failure) {
        // The roster is what the page is for: it stands without this.
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      }
    },
    show({ decisions, owners, topics, records }: RoundtableView) {
      const now = serverNow();
      this.setData({
        records,
        owners,
        topics,
        lines: decisions.map((view) => accordLine(view, now)),
        days: dayChoices(now, 1, AHEAD),
      });
    },
    keep(change: Partial<Written>) {
      if (this.data.trouble !== '') draftOfTable(this.data.session).renew();
      const form = draftOfTable(this.data.session).keep(change);
      const ready = form.text.trim() !== '' && form.owner !== '' && form.due !== 0;
      this.setData({ form, ready, trouble: '' });
    },
    onOpen() {
      this.keep({});
      this.setData({ open: true });
    },
    onClose() {
      this.setData({ open: false });
    },
    onText(event: WechatMiniprogram.Input) {
      this.keep({ text: event.detail.value });
    },
    onTopic(event: WechatMiniprogram.TouchEvent) {
      const { at, word } = event.currentTarget.dataset;
      this.keep({ topic: Number(at), text: draftOfTable(this.data.session).read().text || String(word) });
    },
    onOwner(event: WechatMiniprogram.TouchEvent) {
      this.keep({ owner: String(event.currentTarget.dataset.seat) });
    },
    onDay(event: WechatMiniprogram.TouchEvent) {
      this.keep({ due: Number(event.currentTarget.dataset.at) });
    },
    onKind({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.keep({ kind: detail.value });
    },
    async onRecord() {
      const { text, owner, due, kind, topic } = draftOfTable(this.data.session).read();
      if (!this.data.ready || this.data.busy) return;
      this.setData({ busy: true, trouble: '' });
      try {
        const input = {
          sessionId: this.data.session,
          text: text.trim(),
          owner,
          due,
          kind: kind === 'wish' ? 'wish' : 'grid',
          topic: topic < 0 ? null : topic,
        } as const;
        this.show(await call('decision.record', input, { rid: draftOfTable(this.data.session).rid() }));
        draftOfTable(this.data.session).drop();
        this.setData({ open: false, form: EMPTY, ready: false });
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        if (failure instanceof Refused) draftOfTable(this.data.session).renew();
        this.setData({ trouble: saysOf(failure) });
      } finally {
        this.setData({ busy: false });
      }
    },
    async onWithdraw(event: WechatMiniprogram.TouchEvent) {
      if (!(await ask('这件先不办了？', '收回来', '留着'))) return;
      try {
        const id = String(event.currentTarget.dataset.id);
        this.show(await call('decision.withdraw', { id }, { rid: withdrawing.rid() }));
        withdrawing.answered();
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        if (failure instanceof Refused) withdrawing.answered();
        this.setData({ trouble: saysOf(failure) });
      }
    },
  },
});
