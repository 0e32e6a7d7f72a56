import { OPERATOR } from '../../../config/operator';
import { tell } from '../../../device/ask';
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
    wx.openPrivacyContract({
      fail: () => void tell('隐私保护指引还没登记（待填写）。要问哪样东西怎么存的，打社区电话'),
    });
  },
});
