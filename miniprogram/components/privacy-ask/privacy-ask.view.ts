export interface PrivacyWords {
  title: string;
  /** What it is for, and what happens to it. */
  why: string;
  /** The way without it. */
  without: string;
}

const MICROPHONE: PrivacyWords = {
  title: '用麦克风，行吗？',
  why: '您按着才录，只给社区办事的人听。',
  without: '不用也能办：打字、打电话、到窗口都行。',
};
const PICK: PrivacyWords = {
  title: '用相册相机，行吗？',
  why: '只拿您自己挑的那一个，别的看不到。',
  without: '不给也行，打电话或到窗口，社区帮您传。',
};
const SAVE: PrivacyWords = {
  title: '往相册存图，行吗？',
  why: '只把这一张存进去，您相册里的别的看不到。',
  without: '不存也行，让社区给您印一张纸的。',
};
const COPY: PrivacyWords = {
  title: '拷贝文字，行吗？',
  why: '只把您点的这段字放上去，不看您以前拷过什么。',
  without: '不拷也行，屏幕上都看得见，也能请社区给您印出来。',
};
const OTHER: PrivacyWords = {
  title: '问您一句，行吗？',
  why: '这一步要用到您手机上的东西，只用这一回要用的。',
  without: '不同意也行，打电话或到窗口都能办。',
};

/** @param api as WeChat names who asks: `RecorderManager.start`, `chooseMedia` */
export function privacyWords(api: string): PrivacyWords {
  if (/record/i.test(api) || api === 'requirePrivacyAuthorize') return MICROPHONE;
  if (/choose/i.test(api)) return PICK;
  if (/album/i.test(api)) return SAVE;
  if (/clipboard/i.test(api)) return COPY;
  return OTHER;
}
