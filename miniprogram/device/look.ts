import { isSize, type Look, lookOf, type Size, shouldOffer } from '../lib/elder';

const SIZE_KEY = 'look:size';
const ANSWERED_KEY = 'look:answered';

let size: Size | null = null;

/** The size chosen on this phone. */
export function currentSize(): Size {
  if (size !== null) return size;
  const kept: unknown = wx.getStorageSync(SIZE_KEY);
  size = isSize(kept) ? kept : 'standard';
  return size;
}

/** `data: { ...look() }` and `onShow() { this.setData(look()) }`: pages that stay open follow a later choice. */
export function look(): Look {
  return lookOf(currentSize());
}

/** Keeps the choice; the page that asked sets its own data, the others follow when they are shown. */
export function chooseSize(chosen: Size): void {
  size = chosen;
  wx.setStorageSync(SIZE_KEY, chosen);
  wx.setStorageSync(ANSWERED_KEY, true);
}

/** Whether 首页 asks once: 字小的话，换成大字版？ */
export function offersElder(): boolean {
  const { fontSizeSetting } = wx.getAppBaseInfo();
  return shouldOffer(fontSizeSetting, currentSize(), wx.getStorageSync(ANSWERED_KEY) === true);
}

/** 不用: never asked again. */
export function declineElder(): void {
  wx.setStorageSync(ANSWERED_KEY, true);
}
