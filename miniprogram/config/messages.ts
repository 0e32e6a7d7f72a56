import type { Template } from '../contract/people';

/**
 * Subscription templates applied for in WeChat's console. `null` until the operator fills it in:
 * the phone then does not ask, and the inbox (消息) alone carries the news.
 */
export const TEMPLATE_IDS: Record<Template, string | null> = {
  progress: null,
  class: null,
  visit: null,
};
