import { EMERGENCY } from '../../../config/counters';
import { type DangerKind, dangerIn } from '../said/danger';

export interface Line {
  phone: string;
  word: string;
}

export interface EmergencyLook {
  /** “胸口疼”, '' when somebody opened the page by hand. */
  word: string;
  lines: Line[];
  title: string;
}

const MEDICAL: Line = { phone: EMERGENCY.medical.phone, word: '急病、摔伤' };
const FIRE: Line = { phone: EMERGENCY.fire.phone, word: '着火了' };
const POLICE: Line = { phone: EMERGENCY.police.phone, word: '有危险' };

/** The one that fits stands first; all three are always there. */
const ORDER: Record<DangerKind, readonly Line[]> = {
  medical: [MEDICAL, FIRE, POLICE],
  fire: [FIRE, MEDICAL, POLICE],
  violence: [POLICE, MEDICAL, FIRE],
  despair: [MEDICAL, POLICE, FIRE],
};

const TITLES: Record<DangerKind, string> = {
  medical: '先打急救电话',
  fire: '先打火警电话',
  violence: '先打报警电话',
  despair: '先找个人说说话',
};

/** @param said what was said, as the page's address has it: shown only when it really is one of the words. */
export function emergencyLook(said: string): EmergencyLook {
  const danger = dangerIn(decoded(said));
  const kind = danger?.kind ?? 'medical';
  return {
    word: danger?.word ?? '',
    lines: [...ORDER[kind]],
    title: danger === null ? '先打急救电话' : TITLES[kind],
  };
}

/** Some versions of WeChat hand the query over as it was written; an address that cannot be read is no reason to fail. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
