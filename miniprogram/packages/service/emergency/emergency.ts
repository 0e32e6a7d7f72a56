import { newRid } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { outbox } from '../../../api/outbox';
import { COMFORT_PHONE } from '../../../config/counters';
import { LIMITS } from '../../../contract/limits';
import type { DangerKind } from '../../../contract/words';
import { ring } from '../../../device/ask';
import { myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { clip } from '../../../lib/text';
import { emergencyLook } from './emergency.view';

/**
 * 危急: danger does not queue (visual.md 12.5). Works without network and account. `?word=` is what was said.
 * Going back means: 不是急事, and everything that was typed or spoken is still there.
 */
Page({
  data: { ...look(), ...emergencyLook(''), comfort: COMFORT_PHONE, told: '', top: 0 },

  onLoad(query: Record<string, string | undefined>) {
    const capsule = wx.getMenuButtonBoundingClientRect();
    const seen = emergencyLook(query.word ?? '');
    this.setData({ ...seen, top: capsule.bottom });
    if (seen.word !== '') void this.tell(seen.kind, seen.word);
  },
  /** The desk hears of it while the person is still looking; without a network it goes first when that is back. */
  async tell(kind: DangerKind, word: string) {
    const input = { kind, word: clip(word, LIMITS.title), communityId: myCommunity() };
    try {
      const posted = await outbox.post('danger.tell', input, { rid: newRid(), title: '急事，告诉社区' });
      this.setData({ told: posted.waits ? '没网，社区还不知道，请直接打' : '也告诉社区了。电话您先打' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ told: '没告诉成社区，请直接打' });
    }
  },
  onShow() {
    this.setData(look());
  },
  onRing(event: WechatMiniprogram.TouchEvent) {
    ring(String(event.currentTarget.dataset.phone));
  },
  async onBack() {
    await back();
  },
});
