import { tell } from './ask';

/** WeChat shows what the operator has entered at its site. */
export function openContract(): void {
  wx.openPrivacyContract({
    fail: () => void tell('隐私保护指引还没登记（待填写）。要问哪样东西怎么存的，打社区电话'),
  });
}
