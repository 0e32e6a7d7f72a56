/** 字号三档 (visual.md sections 3 and 9). The choice belongs to the person who holds this phone, not to an account. */
export const SIZES = { standard: '标准', large: '大字', huge: '特大' } as const;
export type Size = keyof typeof SIZES;

/** px of 1rem, for <page-meta root-font-size>. */
const ROOTS: Record<Size, number> = { standard: 16, large: 21, huge: 29 };

/** WeChat's own font setting from which the elder version is offered once (rules 4.9). */
const LARGE_SYSTEM_FONT = 22;

/** What every page puts into its data. */
export interface Look {
  root: number;
  elder: boolean;
}

export function lookOf(size: Size): Look {
  return { root: ROOTS[size], elder: size !== 'standard' };
}

export function isSize(value: unknown): value is Size {
  return typeof value === 'string' && Object.keys(SIZES).includes(value);
}

/** @param fontSizeSetting px, from wx.getAppBaseInfo; undefined on old versions. */
export function shouldOffer(fontSizeSetting: number | undefined, size: Size, answered: boolean): boolean {
  return !answered && size === 'standard' && (fontSizeSetting ?? 0) >= LARGE_SYSTEM_FONT;
}
