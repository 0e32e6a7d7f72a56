/** The base library whose documented behaviour this phone follows, and a WeChat that carries it. */
export const SDK_VERSION = '3.8.0';
export const WECHAT_VERSION = '8.0.56';
