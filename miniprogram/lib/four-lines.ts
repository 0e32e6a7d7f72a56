import type { FourLines } from '../contract/service';
import { steady } from './text';

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

/** Before anything is known. */
export const NO_LINES: FourLinesLook = {
  name: '',
  role: '',
  sample: false,
  picture: '',
  shown: false,
  rings: false,
  where: '',
  when: '',
  call: '',
  phone: '',
};

export function fourLines(lines: FourLines): FourLinesLook {
  return {
    name: lines.who?.name ?? '',
    role: lines.who?.role ?? '正在找合适的人',
    sample: lines.who?.sample ?? false,
    picture: lines.visitor?.picture ?? '',
    shown: lines.visitor !== null,
    rings: lines.visitor?.rings ?? false,
    where: steady(lines.where),
    when: steady(lines.whenText),
    call: lines.call.label,
    phone: lines.call.phone ?? '',
  };
}
