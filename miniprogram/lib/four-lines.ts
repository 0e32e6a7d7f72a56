import type { FourLines } from '../contract/service';

/** The four lines as the component shows them. */
export interface FourLinesLook {
  name: string;
  role: string;
  sample: boolean;
  /** '' without one. */
  picture: string;
  /** This reader is of the household that they come to: picture or first character. */
  shown: boolean;
  /** The household may ring who comes. */
  rings: boolean;
  where: string;
  when: string;
  call: string;
  /** '' while the operator has not given it. */
  phone: string;
}

export function fourLines(lines: FourLines): FourLinesLook {
  return {
    name: lines.who?.name ?? '',
    role: lines.who?.role ?? '正在找合适的人',
    sample: lines.who?.sample ?? false,
    picture: lines.visitor?.picture ?? '',
    shown: lines.visitor !== null,
    rings: lines.visitor?.rings ?? false,
    where: lines.where,
    when: lines.whenText,
    call: lines.call.label,
    phone: lines.call.phone ?? '',
  };
}
