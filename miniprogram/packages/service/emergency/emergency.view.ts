import { COMFORT_PHONE, EMERGENCY } from '../../../config/counters';
import type { DangerKind } from '../../../contract/words';
import { dangerIn } from '../said/danger';
import { soundsLike } from '../said/danger-ear';

export interface Line {
  phone: string;
  word: string;
}

export interface EmergencyLook {
  /** “胸口疼”, '' when somebody opened the page by hand. */
  word: string;
  lines: Line[];
  title: string;
  kind: DangerKind;
}

const MEDICAL: Line = { phone: EMERGENCY.medical.phone, word: '急病、摔伤' };
const FIRE: Line = { phone: EMERGENCY.fire.phone, word: '着火了' };
const COMFORT: Line = { phone: COMFORT_PHONE, word: '说说心里话' };
const POLICE: Line = { phone: EMERGENCY.police.phone, word: '有危险' };

/** The one that fits stands first; 120, 119 and 110 are always there. */
const ORDER: Record<DangerKind, readonly Line[]> = {
  medical: [MEDICAL, FIRE, POLICE],
  fire: [FIRE, MEDICAL, POLICE],
  violence: [POLICE, MEDICAL, FIRE],
  despair: [COMFORT, MEDICAL, POLICE, FIRE],
};

const TITLES: Record<DangerKind, string> = {
  medical: '先打急救电话',
  fire: '先打火警电话',
  violence: '先打报警电话',
  despair: '先找个人说说话',
};

/** @param said what was said, as the page's address has it: shown only when it really is one of the words. */
export function emergencyLook(said: string): EmergencyLook {
  const danger = heard(decoded(said));
  const kind = danger?.kind ?? 'medical';
  return {
    word: danger?.word ?? '',
    lines: [...ORDER[kind]],
    kind,
    title: danger === null ? '先打急救电话' : TITLES[kind],
  };
}

/** By a word of danger, else by what the whole sentence sounds like. */
function heard(text: string): { kind: DangerKind; word: string } | null {
  const danger = dangerIn(text);
  if (danger !== null) return danger;
  const kind = soundsLike(text);
  return kind === null ? null : { kind, word: text };
}

/** Some versions of WeChat hand the query over as it was written; an address that cannot be read is no reason to fail. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
