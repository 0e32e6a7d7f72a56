import { OPERATOR } from '../../../config/operator';
import { openContract } from '../../../device/contract';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { aboutLines } from './about.view';

Page({
  data: {
    ...look(),
    lines: aboutLines(OPERATOR, wx.getAccountInfoSync().miniProgram.version),
    complaintPhone: OPERATOR.complaintPhone ?? '',
  },

  onShow() {
    this.setData(look());
  },

  async onSay() {
    await open('/packages/people/voice/voice');
  },

  onPrivacy() {
    openContract();
  },
});
