import { call, newRid, saysOf, serverNow } from '../../../api/call';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type CallerCard, callerCards } from './caller.view';

/** 来电找人: who rings, found by the number alone. Whoever is found sees that they were looked up. */
Page({
  data: {
    ...look(),
    phone: '',
    people: [] as CallerCard[],
    asked: false,
    busy: false,
    trouble: '',
  },
  rid: newRid(),

  onShow() {
    this.setData(look());
  },
  onPhone(event: WechatMiniprogram.Input) {
    this.rid = newRid();
    this.setData({ phone: event.detail.value, asked: false, people: [], trouble: '' });
  },
  async onFind() {
    const phone = this.data.phone.trim();
    if (this.data.busy || phone === '') return;
    this.setData({ busy: true, trouble: '' });
    try {
      const { people } = await call('caller.find', { phone }, { rid: this.rid });
      this.setData({ people: callerCards(people, serverNow()), asked: true });
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onSpeak(event: WechatMiniprogram.CustomEvent) {
    await open(String(event.currentTarget.dataset.link));
  },
});
