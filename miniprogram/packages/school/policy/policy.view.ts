import type { PolicyView } from '../../../contract/policy';
import { POLICIES } from '../../../contract/words';
import { UNKNOWN } from '../../../lib/text';

export interface PolicyLook {
  title: string;
  /** 第 2 版 · 2026年12月1日起用 */
  sub: string;
  text: string;
  /** 待填写 until the office has entered it. */
  empty: boolean;
  /** A wording that is not the one in force. */
  old: boolean;
  editions: { edition: number; title: string; text: string }[];
}

/** 2026-12-01 → 2026年12月1日 */
function sayDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** @param asked the edition that was asked for; `null`: the one in force. */
export function policyLook(view: PolicyView, asked: number | null): PolicyLook {
  const { edition, effectiveOn, text } = view;
  return {
    title: POLICIES[view.policy],
    sub: edition === null || effectiveOn === null ? UNKNOWN : `第 ${edition} 版，${sayDate(effectiveOn)}起用`,
    text: text ?? '',
    empty: text === null,
    old: asked !== null,
    editions: view.editions.map((one) => ({
      edition: one.edition,
      title: `第 ${one.edition} 版`,
      text: `${sayDate(one.effectiveOn)}起用${one.upcoming ? '，还没到日子' : ''}`,
    })),
  };
}

/** As it goes onto paper: title, since when, the words. */
export const paperOf = ({ title, sub, text }: PolicyLook): string => `${title}\n${sub}\n\n${text}`;
