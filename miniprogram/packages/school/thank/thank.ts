import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { LIMITS } from '../../../contract/limits';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { roomLeft } from '../../../lib/text';

const draft = draftOf('thank', { sessionId: '', text: '' });

/** One sentence for the teacher, after class: no stars, no numbers (S38). `?id=` of the session. */
Page({
  data: { ...look(), text: '', blank: true, room: '', done: '', busy: false, news: '' },
  id: '',

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    const kept = draft.read();
    if (kept.sessionId === this.id) this.setData({ text: kept.text, blank: kept.text.trim() === '' });
  },
  onShow() {
    this.setData(look());
  },
  onText(event: WechatMiniprogram.Input) {
    const text = event.detail.value;
    if (this.data.news !== '') draft.renew();
    draft.keep({ sessionId: this.id, text });
    this.setData({ text, blank: text.trim() === '', room: roomLeft(text, LIMITS.place), news: '' });
  },
  async onSay() {
    const text = this.data.text.trim();
    if (this.data.busy || text === '') return;
    this.setData({ busy: true, news: '' });
    try {
      const said = await call('faculty.thank', { sessionId: this.id, text }, { rid: draft.rid() });
      draft.drop();
      this.setData({ done: said.text });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) draft.renew();
      this.setData({ news: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await back('/pages/school/school');
  },
});
