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
