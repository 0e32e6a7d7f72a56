import { openCloud } from './api/cloud';
import { watchNetwork } from './api/network';
import { outbox, startOutbox } from './api/outbox';
import { watchPrivacy } from './api/privacy';

App({
  onLaunch() {
    openCloud();
    watchPrivacy();
    watchNetwork();
    startOutbox();
    followUpdates();
  },
  onShow() {
    void outbox.flush();
  },
});

/** A new version is taken when the person agrees; what is typed or waits is kept on the phone either way. */
function followUpdates(): void {
  const updates = wx.getUpdateManager();
  updates.onUpdateReady(() => {
    wx.showModal({
      content: '小程序有新版。换上不丢东西，几秒钟就好',
      confirmText: '换上',
      cancelText: '等会儿',
      confirmColor: '#B0281F',
      success: ({ confirm }) => {
        if (confirm) updates.applyUpdate();
      },
    });
  });
}
