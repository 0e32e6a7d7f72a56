import { newRid, saysOf } from '../../../api/call';
import { type Leave, WHERE_TO_SWITCH_ON } from '../../../api/leave';
import { askToRemind, canRemind } from '../../../api/messages';
import type { Template } from '../../../contract/people';
import { chooseSize, currentSize, look } from '../../../device/look';
import { isSize } from '../../../lib/elder';
import { REMINDERS, sizeChoices } from './settings.view';

// The keys of the closed list of templates are the templates.
const TEMPLATES = Object.keys(REMINDERS) as Template[];

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
    reminders: TEMPLATES.map((template) => ({ template, word: REMINDERS[template] })),
    canRemind: false,
    busy: false,
    said: '',
    saidTone: 'pine',
  },

  onShow() {
    this.setData({ ...look(), size: currentSize(), canRemind: canRemind(TEMPLATES) });
  },

  onSize(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (!isSize(value)) return;
    chooseSize(value);
    this.setData({ ...look(), size: value });
  },

  async onRemind() {
    if (this.data.busy) return;
    this.setData({ busy: true, said: '' });
    try {
      this.setData({ said: ANSWERED[await askToRemind(TEMPLATES, newRid())], saidTone: 'pine' });
    } catch (failure) {
      this.setData({ said: saysOf(failure), saidTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
