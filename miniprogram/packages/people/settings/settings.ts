import { newRid, saysOf } from '../../../api/call';
import { type Leave, WHERE_TO_SWITCH_ON } from '../../../api/leave';
import { askToRemind, canRemind } from '../../../api/messages';
import { AGREE_BUTTON, privacyState } from '../../../api/privacy';
import type { Template } from '../../../contract/people';
import { TEMPLATES } from '../../../contract/words';
import { openContract } from '../../../device/contract';
import { chooseSize, currentSize, look } from '../../../device/look';
import { isSize } from '../../../lib/elder';
import { sizeChoices } from './settings.view';

// The keys of the closed list of templates are the templates.
const REMINDERS = Object.keys(TEMPLATES) as Template[];

const ANSWERED: Readonly<Record<Leave, string>> = {
  yes: '好，到时候提醒您一回',
  no: '不提醒也行，消息都在“消息”里',
  off: WHERE_TO_SWITCH_ON,
};

Page({
  data: {
    ...look(),
    sizes: sizeChoices(),
    size: currentSize(),
    reminders: REMINDERS.map((template) => ({ template, word: TEMPLATES[template] })),
    canRemind: false,
    /** Whether WeChat's question about privacy still waits for an answer. */
    privacy: { needed: false, contract: '' },
    agreeButton: AGREE_BUTTON,
    busy: false,
    said: '',
    saidTone: 'pine',
  },

  async onShow() {
    this.setData({ ...look(), size: currentSize(), canRemind: canRemind(REMINDERS) });
    this.setData({ privacy: await privacyState() });
  },

  onSize(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (!isSize(value)) return;
    chooseSize(value);
    this.setData({ ...look(), size: value });
  },

  onContract() {
    openContract();
  },
  async onAgreed() {
    this.setData({ privacy: await privacyState() });
  },

  async onRemind() {
    if (this.data.busy) return;
    this.setData({ busy: true, said: '' });
    try {
      this.setData({ said: ANSWERED[await askToRemind(REMINDERS, newRid())], saidTone: 'pine' });
    } catch (failure) {
      this.setData({ said: saysOf(failure), saidTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
