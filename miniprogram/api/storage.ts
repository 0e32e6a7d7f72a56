import type { Shelf } from './shelf';

/** WeChat's storage (10 MB for each person and mini program). */
export const storage: Shelf = {
  read(key) {
    const value: unknown = wx.getStorageSync(key);
    return value === '' ? undefined : value;
  },
  write: (key, value) => wx.setStorageSync(key, value),
  remove: (key) => wx.removeStorageSync(key),
  keys: () => wx.getStorageInfoSync().keys,
};
