const BY_PATH: Record<string, string> = {
  '/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wxa/media_check_async': 'security.mediaCheckAsync',
  '/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
  '/wxa/getwxacodeunlimit': 'wxacode.getUnlimited',
};

const SAME: Record<string, string> = {
  'openapi.security.msgSecCheck': 'security.msgSecCheck',
  'security.checkMsg': 'security.msgSecCheck',
  'wxacode.getUnlimit': 'wxacode.getUnlimited',
};

/** One name for an API, whether it was asked for by WeChat's path or by its cloud name. */
export function apiName(asked: string): string {
  const path = asked.replace(/^https:\/\/api\.weixin\.qq\.com/, '').split('?')[0] ?? '';
  return BY_PATH[path] ?? SAME[asked] ?? asked;
}
