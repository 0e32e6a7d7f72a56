/** One sentence, two named answers. `yes` and `no` have at most four characters (WeChat's limit). */
export async function ask(sentence: string, yes: string, no = '先不了'): Promise<boolean> {
  const { confirm } = await wx.showModal({
    content: sentence,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#B0281F',
    cancelColor: '#211C18',
  });
  return confirm;
}

/** One sentence that must be read. */
export async function tell(sentence: string): Promise<void> {
  await wx.showModal({
    content: sentence,
    showCancel: false,
    confirmText: '知道了',
    confirmColor: '#B0281F',
  });
}

/** Rings a number. Putting the phone's own question away is not an error. */
export function ring(phoneNumber: string): void {
  wx.makePhoneCall({ phoneNumber, fail: () => undefined });
}
