import type { AuditLimits } from './glass/main';

/** Tags, hints and the words under icons may be smaller than what is read; rules.md 4.9 for the others. */
export const NORMAL: AuditLimits = { text: 12, main: 12, touch: 44, primary: 44, ellipsis: true };
export const LARGE: AuditLimits = { text: 18, main: 18, touch: 44, primary: 60, ellipsis: false };
/** 主要文字可放大到 30: what accompanies it (notes, second lines) grows with it. */
export const HUGE: AuditLimits = { ...LARGE, text: 26, main: 30 };
