/** The permissions that a mini program can ask for, with the words of WeChat's dialog and settings page. */
interface Scope {
  /** What follows “申请”. */
  asks: string;
  /** Its line on the settings page. */
  title: string;
}

export const SCOPES: Record<string, Scope> = {
  'scope.userFuzzyLocation': { asks: '获取你的模糊位置信息', title: '位置信息' },
  'scope.userLocation': { asks: '获取你的位置信息', title: '位置信息' },
  'scope.record': { asks: '使用你的麦克风', title: '麦克风' },
  'scope.camera': { asks: '使用你的摄像头', title: '摄像头' },
  'scope.writePhotosAlbum': { asks: '保存图片或视频到你的相册', title: '添加到相册' },
  'scope.addPhoneCalendar': { asks: '向你的系统日历添加日程', title: '添加到日历' },
  'scope.addPhoneContact': { asks: '添加联系人到你的通讯录', title: '添加到通讯录' },
  'scope.bluetooth': { asks: '使用你的蓝牙', title: '蓝牙' },
  'scope.werun': { asks: '获取你的微信运动步数', title: '微信运动步数' },
};

/** Withdrawn by WeChat: always granted, without a question. */
export const ALWAYS_GRANTED = new Set([
  'scope.userInfo',
  'scope.address',
  'scope.invoice',
  'scope.invoiceTitle',
]);
