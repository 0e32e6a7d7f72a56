import type { Template } from '../../../contract/people';
import { SIZES, type Size } from '../../../lib/elder';

const EXPLAINED: Record<Size, string> = {
  standard: '内容全，一屏看得多',
  large: '字大、按钮大，一屏只放要紧的',
  huge: '再大一号',
};

export function sizeChoices(): { value: Size; title: string; text: string }[] {
  // The keys of a closed list of words are its values.
  return (Object.keys(SIZES) as Size[]).map((value) => ({
    value,
    title: SIZES[value],
    text: EXPLAINED[value],
  }));
}

/** What WeChat may send, in the person's words. */
export const REMINDERS: Record<Template, string> = {
  progress: '我的事有进展了',
  class: '课前提醒',
  visit: '有人要上门',
};
